import { isRecord } from '../../record.ts';
import { pathSteps } from './paths.ts';
import type { OcsfField, OcsfMapping } from './types.ts';

interface Known {
  /** All below is known. */
  isWhole: boolean;
  readonly inner: Map<string, Known>;
}

const TREES = new WeakMap<OcsfMapping, Map<number, Known>>();

/**
 * What of a record its mapping does not know for an event of this class, in the record's own form: without null, empty texts and what is empty. Null where
 * all of it is known. Looks as deep as the mapping's paths.
 */
export function unmappedOf(
  record: Readonly<Record<string, unknown>>,
  mapping: OcsfMapping,
  classUid: number,
): Readonly<Record<string, unknown>> | null {
  return without(record, treeOf(mapping, classUid));
}

/** Names of the members that are not known: `userIdentity.newThing`. */
export function unknownKeys(unmapped: Readonly<Record<string, unknown>> | null, mapping: OcsfMapping, classUid: number): readonly string[] {
  return unmapped === null ? [] : namesOf(unmapped, treeOf(mapping, classUid), '');
}

function treeOf(mapping: OcsfMapping, classUid: number): Known {
  const ofMapping = TREES.get(mapping) ?? new Map<number, Known>();
  TREES.set(mapping, ofMapping);
  const tree = ofMapping.get(classUid) ?? known(mapping, classUid);
  ofMapping.set(classUid, tree);
  return tree;
}

function namesOf(part: Readonly<Record<string, unknown>>, tree: Known, prefix: string): readonly string[] {
  return Object.entries(part).flatMap(([key, value]) => {
    const inner = tree.inner.get(key);
    return inner && isRecord(value) ? namesOf(value, inner, `${prefix}${key}.`) : [`${prefix}${key}`];
  });
}

function known({ fields, lists = [], known: more = [] }: OcsfMapping, classUid: number): Known {
  const root: Known = { isWhole: false, inner: new Map() };
  const applies = ({ classes }: { readonly classes?: readonly number[] }): boolean => classes?.includes(classUid) ?? true;
  const ofLists = lists.filter(applies).map(({ each }) => each);
  for (const path of [...fields.filter(applies).flatMap(pathsOf), ...ofLists, ...more]) {
    if (path.startsWith('@')) continue;
    let node: Known | null = root;
    for (const step of pathSteps(path)) {
      // A path into a list knows one element of it: the list stays unknown.
      if (typeof step === 'number') {
        node = null;
        break;
      }
      const inner: Known = node.inner.get(step) ?? { isWhole: false, inner: new Map() };
      node.inner.set(step, inner);
      node = inner;
    }
    if (node) node.isWhole = true;
  }
  return root;
}

function pathsOf({ from = [], join }: OcsfField): readonly string[] {
  return [...from, ...(join?.paths ?? [])];
}

function without(record: Readonly<Record<string, unknown>>, tree: Known): Readonly<Record<string, unknown>> | null {
  const rest: [string, unknown][] = [];
  for (const key of Object.keys(record)) {
    const value = record[key];
    if (value === null || value === '' || value === undefined) continue;
    const inner = tree.inner.get(key);
    if (inner?.isWhole) continue;
    const left = inner && isRecord(value) ? without(value, inner) : value;
    if (left !== null && !isEmpty(left)) rest.push([key, left]);
  }
  return rest.length === 0 ? null : Object.fromEntries(rest);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
