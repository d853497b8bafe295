/** What the readers of a kind of input say of block types: worked out once for each list of readers, of which a scan has one. */
import type { CloudProvider } from '../live/index.ts';
import type { CodeKind } from '../resource.ts';
import { armSpelling } from './address.ts';
import { readerFor } from './reader-choice.ts';
import type { CodeReader, RegisteredReader } from './reader.ts';

export interface ReaderIndex {
  readonly used: readonly { readonly type: string; readonly reader: CodeReader<unknown> }[];
  /** Block type → attributes that hold a name of the block. */
  readonly identities: ReadonlyMap<string, readonly string[]>;
  /** A block type as the readers write it. */
  readonly spell: (type: string) => string;
}

interface Input {
  readonly kind: CodeKind;
  readonly cloud?: CloudProvider;
}

const indexes = new WeakMap<readonly RegisteredReader[], Map<string, ReaderIndex>>();

/** O(readers) for the first root of a kind, then a look-up. The list must not be changed afterwards. */
export function readerIndex(readers: readonly RegisteredReader[], input: Input): ReaderIndex {
  const known = indexes.get(readers) ?? new Map<string, ReaderIndex>();
  indexes.set(readers, known);
  const key = `${input.kind} ${input.cloud ?? ''}`;
  const index = known.get(key) ?? made(readers, input);
  known.set(key, index);
  return index;
}

function made(readers: readonly RegisteredReader[], input: Input): ReaderIndex {
  const used = readers.flatMap((each) => {
    const reader = readerFor(each, input);
    return reader ? [{ type: each.type, reader }] : [];
  });
  const types = used.flatMap(({ reader }) => [...reader.types, ...Object.keys(reader.satellites ?? {})]);
  const spell = input.kind === 'arm' || input.cloud === 'azure' ? armSpelling(types) : (type: string): string => type;
  const identities = new Map<string, readonly string[]>();
  for (const { reader } of used) {
    for (const type of reader.types.map(spell)) identities.set(type, [...(identities.get(type) ?? []), ...(reader.identity ?? [])]);
  }
  return { used, identities, spell };
}
