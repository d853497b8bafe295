/** Whether a trail's selectors record the management events that change something. */
import type { BlockReader, Leaf } from '../../code/index.ts';
import { byDefault, explicit, unresolved } from '../../code/index.ts';
import type { SelectorNames } from './data-events.ts';

/**
 * Basic selectors say so with a flag (default true), advanced ones with `eventCategory = Management`. Those that leave out the calls that change
 * something (`ReadOnly`) do not count.
 */
export function recordsManagementEvents(trail: BlockReader, names: SelectorNames): Leaf<boolean> {
  const basic = trail.blocks(names.basic);
  const advanced = trail.blocks(names.advanced);
  const rest = basic.rest ?? advanced.rest;
  if (basic.readers.length + advanced.readers.length === 0) return rest ?? byDefault(true, trail.place);
  const flags = [
    ...basic.readers.map((each) => includesManagement(each, names)),
    ...advanced.readers.map((each) => selectsManagement(each, names)),
  ];
  const isTrue = flags.find((flag) => flag.value === true);
  const open = flags.find((flag) => flag.state === 'unresolved') ?? rest;
  return isTrue ?? open ?? explicit(false, flags[0]?.place ?? trail.place);
}

function includesManagement(selector: BlockReader, names: SelectorNames): Leaf<boolean> {
  const kind = selector.string(names.readWrite, { default: 'All' });
  if (kind.value?.toLowerCase() === 'readonly') return explicit(false, kind.place);
  const included = selector.boolean(names.management, { default: true });
  return included.value === true && kind.state === 'unresolved' ? unresolved(kind.reason ?? notKnown, kind.place) : included;
}

const notKnown = { code: 'computed', detail: 'it is not known' } as const;

function selectsManagement(selector: BlockReader, names: SelectorNames): Leaf<boolean> {
  const { readers, rest } = selector.blocks(names.fields);
  const fields = new Map(readers.map((field) => [field.string(names.field).value, field]));
  const category = fields.get('eventCategory');
  if (!category) return rest ?? explicit(false, selector.place);
  const values = category.strings(names.equals);
  if (values.rest) return unresolved(values.rest.reason ?? notKnown, category.place);
  if (!values.items.some((item) => item.node.value === 'Management')) return explicit(false, category.place);
  const readOnly = fields.get('readOnly')?.strings(names.equals);
  if (readOnly?.rest) return unresolved(readOnly.rest.reason ?? notKnown, readOnly.place);
  return explicit(!readOnly?.items.some((item) => item.node.value === 'true'), readOnly?.place ?? category.place);
}
