/** Looking into JSON nodes and values without knowing that they have the right kind. */
import type { Value } from '@kumomori/model';
import type { JsonNode } from '../json/index.ts';

export function members(node: JsonNode | undefined): ReadonlyMap<string, JsonNode> {
  return new Map(node?.kind === 'object' ? node.members.map(({ key, value }) => [key, value]) : []);
}

export function items(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'array' ? node.items : [];
}

export function text(node: JsonNode | undefined): string | null {
  return node?.kind === 'string' ? node.value : null;
}

/** The list itself when nothing in it changes: most of a plan does not, and a copy of all of it takes as much memory as it. */
export function changedItems<T>(list: readonly T[], change: (item: T, index: number) => T): readonly T[] {
  const changed = list.map(change);
  return changed.every((item, index) => item === list[index]) ? list : changed;
}

/** Like {@link changedItems}. */
export function changedEntries<T>(map: ReadonlyMap<string, T>, change: (entry: T, key: string) => T): ReadonlyMap<string, T> {
  let changed: Map<string, T> | null = null;
  for (const [key, entry] of map) {
    const other = change(entry, key);
    if (other !== entry) (changed ??= new Map(map)).set(key, other);
  }
  return changed ?? map;
}

export function entries(value: Value | undefined): ReadonlyMap<string, Value> {
  return value?.kind === 'map' ? value.entries : new Map();
}
