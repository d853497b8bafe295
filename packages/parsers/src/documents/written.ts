/** Where the members of a mapping are written: what a value alone does not know, its key and whether the key stands there twice. */
import type { MapValue, Range, Value } from '@kumomori/model';
import { mapValue } from '@kumomori/model';

export interface WrittenMember {
  readonly key: string;
  /** Null when nobody wrote it. */
  readonly keyRange: Range | null;
  readonly value: Value;
}

interface Writing {
  readonly keys: ReadonlyMap<string, Range | null>;
  readonly repeated: readonly WrittenMember[];
}

const writingOf = new WeakMap<MapValue, Writing>();

/** The members as one mapping that remembers where its keys stand. Of a key given twice the last counts. O(members). */
export function writtenMap(members: readonly WrittenMember[], range: Range | null): MapValue {
  const entries = new Map<string, Value>();
  const keys = new Map<string, Range | null>();
  const repeated: WrittenMember[] = [];
  for (const member of members) {
    if (entries.has(member.key)) repeated.push(member);
    entries.set(member.key, member.value);
    keys.set(member.key, member.keyRange);
  }
  const map = mapValue(entries, range);
  writingOf.set(map, { keys, repeated });
  return map;
}

/** In the order of the text. */
export function membersOf(map: MapValue): readonly WrittenMember[] {
  const keys = writingOf.get(map)?.keys;
  return [...map.entries].map(([key, value]) => ({ key, keyRange: keys?.get(key) ?? null, value }));
}

/** Members whose key stood in the mapping before; the values of the earlier ones are gone. */
export function repeatedMembers(map: MapValue): readonly WrittenMember[] {
  return writingOf.get(map)?.repeated ?? [];
}

const MAX_SHOWN = 60;

/** What is wrong with a key that stands in its mapping twice. */
export function repeatedKey(key: string): { readonly code: string; readonly message: string } {
  return { code: 'duplicate-key', message: `the key "${key.slice(0, MAX_SHOWN)}" is written twice; the last one counts` };
}

/** The whole `key: value`; of what is not written as such the value, else null. */
export function memberRange({ keyRange, value: { range } }: WrittenMember): Range | null {
  if (keyRange === null || range === null) return keyRange ?? range;
  const isBehind = range.source === keyRange.source && range.end >= keyRange.end;
  return isBehind ? { ...keyRange, end: range.end } : keyRange;
}
