/** The tags that a resource ends up with: its own over its provider's default tags. */
import type { MapNode } from '../node.ts';
import { placeWithin, unresolved } from '../node.ts';
import type { ReaderName } from '../resource.ts';
import type { Value } from '../value.ts';
import type { BlockReader } from './block-reader.ts';
import { HOLE, stringMapNode } from './block-reader.ts';
import { takesDefaultTags, writtenTags } from './tags.ts';

export interface TagRules {
  readonly readerName: ReaderName | 'live';
  readonly defaultTags: ReadonlyMap<string, Value>;
}

/** The provider's default tags with the block's own on top, as the provider merges them. */
export function effectiveTags(block: BlockReader, { readerName, defaultTags }: TagRules): MapNode<string> {
  const own = writtenTags(block, readerName);
  const defaults = block.resource && takesDefaultTags(block.resource.type) && defaultTags.get(block.resource.provider);
  if (!defaults) return own;
  const inherited = stringMapNode(defaults, placeWithin(own.place, defaults));
  // A key of the default tags is there for sure, but tags of the block that are not known may give it another value.
  const { rest } = own;
  const entries = rest
    ? [...inherited.entries].map(([key]) => [key, unresolved<string>(rest.reason ?? noReason, rest.place)] as const)
    : inherited.entries;
  return { ...own, entries: new Map([...entries, ...own.entries]), rest: rest ?? inherited.rest };
}

export function knownTags(block: BlockReader, rules: TagRules): Readonly<Record<string, string>> {
  const known = [...effectiveTags(block, rules).entries].flatMap(([key, { value, sensitive }]) =>
    value === undefined || sensitive || value.includes(HOLE) ? [] : [[key, value] as const],
  );
  return known.length === 0 ? none : Object.fromEntries(known);
}

const none: Readonly<Record<string, string>> = {};
const noReason = { code: 'computed', detail: 'it is not known' } as const;
