/**
 * Values of a record by dotted path. Lists are walked: any element counts. Each name is taken as it is written; where it is not there, as a key
 * that itself holds dots (`authorization.k8s.io/decision`), then without regard to case.
 */

export interface Place {
  readonly segments: readonly string[];
  readonly lower: readonly string[];
  /** `joined[i]`: the keys with dots that begin at segment i, with the segment after them. */
  readonly joined: readonly (readonly (readonly [key: string, next: number])[])[];
}

/** Deeper keys than this are no field names. */
const MAX_SEGMENTS = 32;
/** Lists directly in lists that are walked; real records have none. */
const MAX_LISTS = 32;
/** What lies deeper in an object is left out of its text when the whole is too deep for the platform. */
const MAX_DEPTH = 200;

export function placeAt(path: string): Place {
  const segments = path.split('.').slice(0, MAX_SEGMENTS);
  const joined = segments.map((_, from) =>
    segments
      .slice(from + 1)
      .map((__, more): readonly [string, number] => [segments.slice(from, from + more + 2).join('.'), from + more + 2]),
  );
  return { segments, lower: segments.map((segment) => segment.toLowerCase()), joined };
}

type Visit = (value: unknown) => boolean;

/** True as soon as `visit` is for one of the values; lists are taken apart, null and undefined left out. O(values). */
export function someValue(node: unknown, place: Place, visit: Visit, at = 0): boolean {
  if (Array.isArray(node)) {
    for (const item of itemsOf(node)) if (someValue(item, place, visit, at)) return true;
    return false;
  }
  if (at === place.segments.length) return node !== null && node !== undefined && visit(node);
  if (typeof node !== 'object' || node === null) return false;
  // Keys of parsed JSON; every value is unknown until it is looked at.
  const record = node as Readonly<Record<string, unknown>>;
  const key = place.segments[at] ?? '';
  // By far the most: the name as it is written.
  if (Object.hasOwn(record, key)) return someValue(record[key], place, visit, at + 1);
  const step = otherName(record, place, at);
  return step !== null && someValue(step.value, place, visit, step.at);
}

/** Whether the key is there, whatever its value. */
export function hasKey(node: unknown, place: Place, at = 0): boolean {
  if (at === place.segments.length) return true;
  if (Array.isArray(node)) return itemsOf(node).some((item) => hasKey(item, place, at));
  if (typeof node !== 'object' || node === null) return false;
  // As above.
  const record = node as Readonly<Record<string, unknown>>;
  const key = place.segments[at] ?? '';
  if (Object.hasOwn(record, key)) return hasKey(record[key], place, at + 1);
  const step = otherName(record, place, at);
  return step !== null && hasKey(step.value, place, step.at);
}

/**
 * The text at a place as nearly all records hold it: one text at the names as they are written. Null where there is no value under any spelling,
 * undefined for all else: numbers, lists, nulls, other spellings.
 */
export function plainText(node: unknown, place: Place, at = 0): string | null | undefined {
  if (at === place.segments.length) return typeof node === 'string' ? node : undefined;
  if (typeof node !== 'object' || node === null) return null;
  if (Array.isArray(node)) return undefined;
  // As above.
  const record = node as Readonly<Record<string, unknown>>;
  const key = place.segments[at] ?? '';
  if (Object.hasOwn(record, key)) return plainText(record[key], place, at + 1);
  return otherName(record, place, at) === null ? null : undefined;
}

/** The elements; those of lists directly in the list too. */
function itemsOf(list: readonly unknown[]): readonly unknown[] {
  if (!list.some((item) => Array.isArray(item))) return list;
  const items: readonly unknown[] = list.flat(MAX_LISTS);
  return items.filter((item) => !Array.isArray(item));
}

interface Step {
  readonly value: unknown;
  readonly at: number;
}

/** A key with dots, or the same name in another case. */
function otherName(record: Readonly<Record<string, unknown>>, place: Place, at: number): Step | null {
  for (const [name, next] of place.joined[at] ?? []) if (Object.hasOwn(record, name)) return { value: record[name], at: next };
  const lower = place.lower[at] ?? '';
  // Records are parsed JSON, which inherits nothing: no list of the names is made.
  for (const name in record) {
    if (name.length === lower.length && Object.hasOwn(record, name) && name.toLowerCase() === lower)
      return { value: record[name], at: at + 1 };
  }
  return null;
}

/** What a value reads as: objects and lists are their JSON. */
export function textOfValue(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? jsonText(value) : String(value);
}

/** JSON without blanks. A record nested thousands of levels deep must not end the run: of one the upper levels are read. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return JSON.stringify(cut(value, MAX_DEPTH));
  }
}

function cut(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return null;
  if (Array.isArray(value)) return value.map((item) => cut(item, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cut(item, depth - 1)]));
}
