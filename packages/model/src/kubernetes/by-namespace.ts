import type { BlockReader } from '../code/index.ts';
import { namespaceOf } from './metadata.ts';

/** The lists that a context hands out are the same each time they are asked for, and so is what is made of them. */
const groups = new WeakMap<readonly BlockReader[], ReadonlyMap<string, readonly BlockReader[]>>();

/** The objects of one namespace. O(objects) once. */
export function inNamespace(objects: readonly BlockReader[], namespace: string): readonly BlockReader[] {
  let known = groups.get(objects);
  if (!known) {
    known = Map.groupBy(objects, namespaceOf);
    groups.set(objects, known);
  }
  return known.get(namespace) ?? [];
}
