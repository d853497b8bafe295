/** Columns of texts → columns of values, leaf by leaf. */
import type { OcsfRow, OcsfValue } from '@kumomori/model';
import type { ColumnData, Value } from '../parquet/index.ts';
import type { PathValues } from './path-values.ts';
import type { Alternative, LeafPlan, Test } from './plan.ts';
import type { TableRows } from './table-rows.ts';

/** Numbers of values by row, -1 where there is none. */
interface Chosen {
  readonly ids: Int32Array;
  readonly values: readonly (Value | readonly string[])[];
}

/** What each leaf of the rows holds, in the order of the schema's leaves without the lake's own. */
export function evaluate(rows: TableRows, paths: readonly PathValues[]): readonly ColumnData[] {
  const { leaves, schema } = rows.plan;
  const elements = new Map<string, (row: number) => boolean>();
  const isThere = (list: string): ((row: number) => boolean) => {
    const known = elements.get(list);
    if (known) return known;
    const own = leaves.filter((leaf) => leaf.kind === 'element' && leaf.list === list).map((leaf) => choose(rows, paths, leaf));
    const made = (row: number): boolean => own.some(({ ids }) => (ids[row] ?? -1) >= 0);
    elements.set(list, made);
    return made;
  };
  const lists = new Map<number, Map<number, readonly OcsfRow[]>>();
  const readOnce: ReadElements = ({ slot, elementsOf: read }, number) => {
    const known = lists.get(slot) ?? new Map<number, readonly OcsfRow[]>();
    lists.set(slot, known);
    const list = known.get(number) ?? read(paths[slot]?.lists.get(number));
    known.set(number, list);
    return list;
  };
  return leaves.map((leaf, index): ColumnData => {
    if (leaf.kind === 'none') return leaf;
    if (leaf.kind === 'elements') return elementsOf(rows, leaf, readOnce);
    const { ids, values } = choose(rows, paths, leaf);
    const valueAt = (row: number): Value | readonly string[] | null => values[ids[row] ?? -1] ?? null;
    if (leaf.kind === 'element') {
      const has = isThere(leaf.list);
      return { kind: 'lists', listOf: (row) => (has(row) ? [plain(valueAt(row))] : null) };
    }
    if (schema.leaves[index]?.shape === 'list') return { kind: 'lists', listOf: (row) => listed(valueAt(row)) };
    // Only lists of texts are lists.
    return values.length === 0 ? { kind: 'none' } : { kind: 'ids', ids, values: values as readonly Value[] };
  });
}

function plain(value: Value | readonly string[] | null): Value | null {
  return typeof value === 'object' ? null : value;
}

function listed(value: Value | readonly string[] | null): readonly Value[] | null {
  if (value === null) return null;
  return typeof value === 'object' ? value : [value];
}

function choose(rows: TableRows, paths: readonly PathValues[], leaf: LeafPlan): Chosen {
  const ids = new Int32Array(rows.count).fill(-1);
  const values: (Value | readonly string[])[] = [];
  if (leaf.kind === 'own') {
    const known = new Map<number, number>();
    for (let row = 0; row < rows.count; row++) {
      const activity = rows.activities[row] ?? 0;
      const id = known.get(activity) ?? values.push(leaf.of(activity)) - 1;
      known.set(activity, id);
      ids[row] = id;
    }
    return { ids, values };
  }
  if (leaf.kind !== 'chosen' && leaf.kind !== 'element') return { ids, values };
  let missing = rows.count;
  for (const alternative of leaf.alternatives) {
    if (missing === 0) break;
    missing -= take(alternative, { rows, paths, ids, values });
  }
  return { ids, values };
}

interface Taking {
  readonly rows: TableRows;
  readonly paths: readonly PathValues[];
  readonly ids: Int32Array;
  readonly values: (Value | readonly string[])[];
}

const UNASKED = -2;

/** Fills rows that have no value yet; how many got one. */
function take(alternative: Alternative, taking: Taking): number {
  const { rows, paths, ids, values } = taking;
  const { slots, convert } = alternative;
  const holds = testsOf(alternative.when, rows, paths);
  const [slot] = slots;
  if (slot === undefined) return takeAll(convert('', null), { holds, ids, values });
  if (slots.length > 1) return takeJoined(alternative, taking, holds);
  const numbers = rows.numbers[slot];
  const from = paths[slot];
  if (!numbers || !from) return 0;
  const known = new Int32Array(from.texts.length).fill(UNASKED);
  let taken = 0;
  for (let row = 0; row < ids.length; row++) {
    const number = numbers[row] ?? -1;
    if (number < 0 || ids[row] !== -1 || (holds && !holds(row))) continue;
    let id = known[number] ?? -1;
    if (id === UNASKED) {
      const value = convert(from.texts[number] ?? '', from.lists.get(number));
      id = value === null ? -1 : values.push(value) - 1;
      known[number] = id;
    }
    if (id < 0) continue;
    ids[row] = id;
    taken += 1;
  }
  return taken;
}

type Holds = ((row: number) => boolean) | null;

function takeAll(
  value: Value | readonly string[] | null,
  { holds, ids, values }: { readonly holds: Holds } & Pick<Taking, 'ids' | 'values'>,
): number {
  if (value === null) return 0;
  const id = values.push(value) - 1;
  let taken = 0;
  for (let row = 0; row < ids.length; row++) {
    if (ids[row] !== -1 || (holds && !holds(row))) continue;
    ids[row] = id;
    taken += 1;
  }
  return taken;
}

function takeJoined({ slots, by, convert }: Alternative, { rows, paths, ids, values }: Taking, holds: Holds): number {
  const known = new Map<string, number>();
  let taken = 0;
  for (let row = 0; row < ids.length; row++) {
    if (ids[row] !== -1 || (holds && !holds(row))) continue;
    const texts = slots.map((slot) => paths[slot]?.texts[rows.numbers[slot]?.[row] ?? -1]);
    if (texts.includes(undefined)) continue;
    const text = texts.join(by);
    let id = known.get(text);
    if (id === undefined) {
      const value = convert(text, null);
      id = value === null ? -1 : values.push(value) - 1;
      known.set(text, id);
    }
    if (id < 0) continue;
    ids[row] = id;
    taken += 1;
  }
  return taken;
}

/** Null: there are no conditions. Each text is looked at once. */
function testsOf(when: readonly Test[], rows: TableRows, paths: readonly PathValues[]): Holds {
  if (when.length === 0) return null;
  const tests = when.map(({ slot, holds }) => {
    const numbers = rows.numbers[slot];
    const texts = paths[slot]?.texts ?? [];
    const known = new Int8Array(texts.length).fill(UNASKED);
    const ofNothing = holds(null);
    return (row: number): boolean => {
      const number = numbers?.[row] ?? -1;
      if (number < 0) return ofNothing;
      if (known[number] === UNASKED) known[number] = holds(texts[number] ?? null) ? 1 : 0;
      return known[number] === 1;
    };
  });
  const [one] = tests;
  return tests.length === 1 && one ? one : (row) => tests.every((test) => test(row));
}

type Elements = Extract<LeafPlan, { kind: 'elements' }>;
type ReadElements = (leaf: Elements, number: number) => readonly OcsfRow[];

function elementsOf(rows: TableRows, leaf: Elements, read: ReadElements): ColumnData {
  const numbers = rows.numbers[leaf.slot];
  const steps = leaf.member.split('.');
  return {
    kind: 'lists',
    listOf(row) {
      const number = numbers?.[row] ?? -1;
      return number < 0 ? null : read(leaf, number).map((element) => memberOf(element, steps));
    },
  };
}

function memberOf(element: OcsfRow, steps: readonly string[]): Value | null {
  let at: OcsfValue | undefined = element;
  for (const step of steps) {
    if (typeof at !== 'object' || Array.isArray(at)) return null;
    // Not a list: an object of the mapping's own making.
    at = (at as OcsfRow)[step];
  }
  return at === undefined || typeof at === 'object' ? null : at;
}
