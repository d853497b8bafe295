/** Which keys of a record its mapping knows, as `toOcsf` sees it, for records that the engine maps. */
import type { OcsfField, OcsfMapping } from '@kumomori/model';
import { quoted } from './engine.ts';
import { stepsOf } from './mapping-sql.ts';

/** All below a whole node is known. */
interface Known {
  isWhole: boolean;
  readonly inner: Map<string, Known>;
}

/** Keys that are not known, as they lie in each other; a leaf is null. */
export type Unknown = ReadonlyMap<string, Unknown | null>;

export interface KnownKeys {
  /** JSON paths of the objects whose keys tell the shape of a record of any class, the record itself first. */
  readonly objects: readonly string[];
  /** Of those that matter in one class only, by class. */
  readonly objectsOf: ReadonlyMap<number, readonly string[]>;
  /** Unknown keys of a record of a class; records of one shape have the same. Null: none. */
  readonly unknownIn: (record: unknown, classUid: number) => Unknown | null;
}

export function knownKeys(mapping: OcsfMapping): KnownKeys {
  const classes = new Set(mapping.rules.map(({ classUid }) => classUid));
  const trees = new Map([...classes].map((classUid) => [classUid, treeOf(mapping, classUid)]));
  const visit = (node: Known, path: string): readonly string[] => [
    path,
    ...[...node.inner].flatMap(([key, inner]) => (inner.isWhole ? [] : visit(inner, `${path}."${key}"`))),
  ];
  const all = [...trees].map(([classUid, tree]) => [classUid, visit(tree, '$')] as const);
  const objects = (all[0]?.[1] ?? []).filter((path) => all.every(([, own]) => own.includes(path)));
  const objectsOf = new Map(all.map(([classUid, own]) => [classUid, own.filter((path) => !objects.includes(path))]));
  const none: Known = { isWhole: false, inner: new Map() };
  return { objects, objectsOf, unknownIn: (record, classUid) => unknownIn(record, trees.get(classUid) ?? none) };
}

function treeOf({ fields, lists = [], known = [] }: OcsfMapping, classUid: number): Known {
  const root: Known = { isWhole: false, inner: new Map() };
  const applies = ({ classes }: { readonly classes?: readonly number[] }): boolean => classes?.includes(classUid) ?? true;
  const paths = [...fields.filter(applies).flatMap(pathsOfField), ...lists.filter(applies).map(({ each }) => each), ...known];
  for (const path of paths) if (!path.startsWith('@')) add(root, path);
  return root;
}

/** Unknown keys of many shapes in one; null where the same key is a value here and an object there. */
export function mergeUnknown(one: Unknown, other: Unknown): Unknown | null {
  const merged = new Map(one);
  for (const [key, inner] of other) {
    const known = merged.get(key);
    if (known === undefined) merged.set(key, inner);
    else if ((known === null) !== (inner === null)) return null;
    else if (known && inner) {
      const both = mergeUnknown(known, inner);
      if (!both) return null;
      merged.set(key, both);
    }
  }
  return merged;
}

export interface UnmappedSql {
  /** The text of a JSON object with what is unknown, or NULL where all of it is empty. */
  readonly text: string;
  /** Each key's JSON text, or NULL. */
  readonly columns: readonly { readonly name: string; readonly sql: string }[];
}

/** `json`: SQL of the JSON text at the end of some keys. What is null or empty counts as absent. */
export function unmappedSql(unknown: Unknown, json: (steps: readonly string[]) => string): UnmappedSql {
  const columns: { name: string; sql: string }[] = [];
  const object = (members: Unknown, above: readonly string[]): string => {
    const texts = [...members].map(([key, inner]) => {
      const steps = [...above, key];
      const found = inner === null ? json(steps) : object(inner, steps);
      const value = inner === null ? `CASE WHEN ${found} NOT IN ('null', '""', '{}', '[]') THEN ${found} END` : found;
      if (inner === null) columns.push({ name: steps.join('.'), sql: value });
      return `${quoted(`${JSON.stringify(key)}:`)} || ${value}`;
    });
    return `nullif('{' || concat_ws(',', ${texts.join(', ')}) || '}', '{}')`;
  };
  return { text: object(unknown, []), columns };
}

/** Keys down to each leaf. */
export function leavesOf(unknown: Unknown, above: readonly string[] = []): readonly (readonly string[])[] {
  return [...unknown].flatMap(([key, inner]) => (inner === null ? [[...above, key]] : leavesOf(inner, [...above, key])));
}

function unknownIn(value: unknown, node: Known): Unknown | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const found = new Map<string, Unknown | null>();
  for (const [key, inner] of Object.entries(value)) {
    const known = node.inner.get(key);
    if (known?.isWhole) continue;
    const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    const left = known && isObject ? unknownIn(inner, known) : null;
    if (!known || left) found.set(key, left);
    // An object was expected and something else is there: all of it is unknown.
    else if (!isObject && inner !== null) found.set(key, null);
  }
  return found.size === 0 ? null : found;
}

function pathsOfField({ from = [], join }: OcsfField): readonly string[] {
  return [...from, ...(join?.paths ?? [])];
}

/** A path into a list knows one element of it: the list stays unknown. */
function add(root: Known, path: string): void {
  let node = root;
  for (const step of stepsOf(path)) {
    if (typeof step === 'number') return;
    const inner: Known = node.inner.get(step) ?? { isWhole: false, inner: new Map() };
    node.inner.set(step, inner);
    node = inner;
  }
  node.isWhole = true;
}

/** No key that a JSON path of the engine cannot name. */
export function isNameable(unknown: Unknown): boolean {
  return [...unknown].every(([key, inner]) => key !== '' && !/["\\]/.test(key) && (inner === null || isNameable(inner)));
}
