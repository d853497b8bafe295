/** Whether an API has an address on the internet. */
import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, explicit, unresolved } from '../../../code/index.ts';

/** True when `PRIVATE` is its endpoint type; without one an API is at the edge. */
export function isPrivate(configuration: BlockReader, attribute: string): Leaf<boolean> {
  const { items, rest, place } = configuration.strings(attribute);
  if (rest) return rest;
  const isNamed = items.some(({ node }) => node.node === 'leaf' && node.value === 'PRIVATE');
  if (isNamed) return explicit(true, place);
  const open = items.find(({ node }) => node.state === 'unresolved');
  if (open?.node.reason) return unresolved(open.node.reason, open.node.place);
  return items.length > 0 ? explicit(false, place) : byDefault(false, configuration.place);
}
