import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { ImageLookup } from './shape.ts';

export const terraform = defineTerraform<ImageLookup>({
  types: ['data.aws_ami'],
  read: (lookup) => ({
    namesOwner: lookup.isSet('owners'),
    filtersOwner: filtersOwner(lookup),
  }),
});

/** Filters that leave only images whose owner is known. */
const OWNER_FILTERS = ['owner-alias', 'owner-id', 'image-id'];

function filtersOwner(lookup: BlockReader): Leaf<boolean> {
  const filters = lookup.blocks('filter').readers.map((each) => each.string('name', { required: true }));
  const found = filters.find(({ value }) => value !== undefined && OWNER_FILTERS.includes(value));
  if (found) return explicit(true, found.place);
  const open = filters.find(({ state }) => state === 'unresolved');
  return open ? unresolved(open.reason ?? { code: 'computed', detail: 'it is not known' }, open.place) : byDefault(false, lookup.place);
}
