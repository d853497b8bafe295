/** Blocks that name other resources, looked at once for a root module and not once for each resource they may name. */
import type { BlockReader, Leaf, ReaderContext } from '../../code/index.ts';
import type { DeclaredResource } from '../../declared.ts';
import type { Value } from '../../value.ts';

export interface Links<T> {
  readonly to: ReadonlyMap<DeclaredResource, readonly T[]>;
  /** Those that lead to no resource of the types. */
  readonly elsewhere: readonly T[];
}

/** One thing that names a resource. */
export interface Naming<T> {
  readonly value: Value | undefined;
  readonly from: T;
}

/** By the list of blocks, which is the same for all readers of a root module. */
const known = new WeakMap<readonly BlockReader[], Map<string, Links<unknown>>>();

/**
 * Which resources of the types are named by the blocks of a list, `namings` being what each block names. O(blocks) for the first who asks,
 * then O(1).
 */
export function linksOf<T>(
  blocks: readonly BlockReader[],
  types: readonly string[],
  { context, namings }: { readonly context: ReaderContext; readonly namings: (block: BlockReader) => readonly Naming<T>[] },
): Links<T> {
  const byTypes = known.get(blocks) ?? new Map<string, Links<unknown>>();
  known.set(blocks, byTypes);
  const key = types.join('|');
  // Whoever asks with the same blocks and types asks with the same `namings`: one list is read by one function only.
  const found = byTypes.get(key) as Links<T> | undefined;
  if (found) return found;
  const to = new Map<DeclaredResource, T[]>();
  const elsewhere: T[] = [];
  for (const { value, from } of blocks.filter(isSeen).flatMap((block) => namings(block))) {
    const targets = context.targets(value, types).flatMap(({ resource }) => resource ?? []);
    if (targets.length === 0) elsewhere.push(from);
    for (const target of targets) to.set(target, [...(to.get(target) ?? []), from]);
  }
  byTypes.set(key, { to, elsewhere });
  return { to, elsewhere };
}

/** False for the block that stands for those which were not collected from a live account. */
export function isSeen(block: BlockReader): boolean {
  return block.resource !== null || !block.uncertain;
}

/** Why there may be more blocks than these; null when they are all. */
export function unseenAmong(blocks: readonly BlockReader[]): Leaf<never> | null {
  return blocks.find((block) => !isSeen(block))?.missing('id') ?? null;
}
