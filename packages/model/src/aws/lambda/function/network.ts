/** Is a function attached to subnets? */
import type { BlockReader, Leaf } from '../../../code/index.ts';
import { explicit, unresolved } from '../../../code/index.ts';

/** True also for subnets of which only the ids are not known; false for an empty list, which detaches a function and which a caller may hand in. */
export function isAttached(network: BlockReader, attribute: string): Leaf<boolean> {
  const value = network.value(attribute);
  const place = network.placeOf(attribute);
  if (value?.kind === 'unknown' && value.reason.code === 'unset-variable') return unresolved(value.reason, place);
  const isEmpty = (value?.kind === 'list' || value?.kind === 'set') && value.items.length === 0 && !value.rest;
  return isEmpty ? explicit(false, place) : network.isSet(attribute);
}
