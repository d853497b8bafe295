/** Which of a type's readers reads what. */
import type { CloudProvider } from '../live/index.ts';
import type { CodeKind, ReaderName } from '../resource.ts';
import { readerNameOf } from '../resource.ts';
import type { CodeReader, RegisteredReader } from './reader.ts';

/**
 * In whose words a cloud's live resources come: those of its own templates; of Terraform for what these cannot say, and for clouds without
 * templates.
 */
const WORDS: Readonly<Record<CloudProvider, readonly ReaderName[]>> = {
  aws: ['cloudformation', 'terraform'],
  azure: ['arm'],
  gcp: ['terraform'],
  kubernetes: ['kubernetes'],
};

/** The reader for a kind of input. Of live resources a type's own reader for them (`live.ts`) goes before that of the templates. */
export function readerFor(
  readers: RegisteredReader,
  { kind, cloud = 'aws' }: { readonly kind: CodeKind; readonly cloud?: CloudProvider },
): CodeReader<unknown> | undefined {
  const name = readerNameOf(kind);
  if (name !== 'live') return readers[name];
  return readers.live ?? WORDS[cloud].map((each) => readers[each]).find((reader) => reader !== undefined);
}
