/** Tags for people and for rules by tag: those that are known. */
import { knownTags } from '../code/index.ts';
import type { BlockReader, CodeRoot } from '../code/index.ts';
import { readerNameOf } from '../resource.ts';

/** The provider's default tags included. */
export function knownTagsOf(block: BlockReader, root: CodeRoot): Readonly<Record<string, string>> {
  const defaultTags = new Map((root.providers ?? []).flatMap(({ key, defaultTags }) => (defaultTags ? [[key, defaultTags] as const] : [])));
  return knownTags(block, { readerName: readerNameOf(root.kind), defaultTags });
}
