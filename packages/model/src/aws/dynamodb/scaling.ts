/** Does Application Auto Scaling adjust a table? */
import type { BlockReader, Leaf, ReaderContext } from '../../code/index.ts';
import { byDefault, explicit, toTextWithHoles, unresolved } from '../../code/index.ts';

interface Asked {
  readonly context: ReaderContext;
  /** The block type of scaling targets and the attribute that names the table (`table/orders`). */
  readonly target: string;
  readonly attribute: string;
  /** The attribute with the name of the table. */
  readonly name: string;
}

/** O(scaling targets) for each table. */
export function isScaled(table: BlockReader, { context, target, attribute, name }: Asked): Leaf<boolean> {
  if (!table.resource) return table.isSet(name); // a stub: nothing of it is known
  const { type } = table.resource;
  const own = table.string(name).value;
  const targets = context.all(target);
  const found = targets.find((each) => {
    const value = each.value(attribute);
    const isNamed = own !== undefined && value !== undefined && toTextWithHoles(value) === `table/${own}`;
    return isNamed || context.targets(value, [type]).some((one) => one.resource === table.resource);
  });
  // Without a resource: there may be more than were collected.
  const lacking = targets.find(({ resource }) => resource === null);
  if (!found) return lacking ? lacking.isSet(attribute) : byDefault(false, table.place);
  if (found.uncertain) return unresolved({ code: 'computed', detail: 'the scaling target may not exist' }, found.place);
  return explicit(true, found.place);
}
