import type { BlockReader, Leaf } from '../code/index.ts';
import { namespaceOf } from './metadata.ts';

/** The lists that a context hands out are the same each time they are asked for, and so is what is made of them. */
const groups = new WeakMap<readonly BlockReader[], ReadonlyMap<string, readonly BlockReader[]>>();

/** The objects of one namespace. O(objects) once. */
export function inNamespace(objects: readonly BlockReader[], namespace: string): readonly BlockReader[] {
  let known = groups.get(objects);
  if (!known) {
    known = Map.groupBy(
      objects.filter((object) => !isLacking(object)),
      namespaceOf,
    );
    groups.set(objects, known);
  }
  return known.get(namespace) ?? [];
}

/** Why there may be more objects than these (a live cluster that did not list them all); null when there are no others. */
export function lackOf(objects: readonly BlockReader[]): Leaf<never> | null {
  const lacking = objects.find(isLacking);
  return lacking ? lacking.missing('metadata') : null;
}

/** Stands for objects that were not collected. */
export function isLacking(object: BlockReader): boolean {
  return object.resource === null && object.uncertain;
}
