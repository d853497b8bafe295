/** Is a function attached to subnets? */
import type { BlockReader, Leaf } from '../../../code/index.ts';
import { explicit } from '../../../code/index.ts';

/** True also for subnets of which only the ids are not known; false for an empty list, which detaches a function. */
export function isAttached(network: BlockReader, attribute: string): Leaf<boolean> {
  const value = network.value(attribute);
  const isEmpty = (value?.kind === 'list' || value?.kind === 'set') && value.items.length === 0 && !value.rest;
  return isEmpty ? explicit(false, network.placeOf(attribute)) : network.isSet(attribute);
}
