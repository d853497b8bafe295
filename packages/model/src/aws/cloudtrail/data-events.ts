/** Which calls on data a trail's selectors record; basic and advanced ones say it in different words. */
import type { BlockReader, Leaf, ListItem, ListNode, Place } from '../../code/index.ts';
import { byDefault, explicit, mapLeaf, object, unresolved } from '../../code/index.ts';
import type { DataEvents } from './trail/shape.ts';

/** What a format calls the parts of a selector. */
export interface SelectorNames {
  readonly basic: string;
  readonly readWrite: string;
  /** Whether a basic selector includes management events. */
  readonly management: string;
  readonly resources: string;
  readonly type: string;
  readonly values: string;
  readonly advanced: string;
  readonly fields: string;
  readonly field: string;
  readonly equals: string;
}

/** Source: CloudTrail User Guide, "Logging data events", read 2026-11-22. */
export function dataEvents(trail: BlockReader, names: SelectorNames): ListNode<DataEvents> {
  const basic = trail.blocks(names.basic);
  const advanced = trail.blocks(names.advanced);
  const items = [
    ...basic.readers.flatMap((selector) => basicEvents(selector, names)),
    ...advanced.readers.flatMap((selector) => advancedEvents(selector, names)),
  ];
  return { node: 'list', items, rest: basic.rest ?? advanced.rest, place: items[0]?.node.place ?? trail.place };
}

function basicEvents(selector: BlockReader, names: SelectorNames): readonly ListItem<DataEvents>[] {
  const kind = selector.string(names.readWrite, { default: 'All' });
  return selector.blocks(names.resources).readers.map((resource) => ({
    node: object<DataEvents>(
      {
        resourceType: resource.string(names.type, { required: true }),
        isWhole: isWhole(resource, names.values),
        reads: mapLeaf(kind, (value) => value !== 'WriteOnly'),
        writes: mapLeaf(kind, (value) => value !== 'ReadOnly'),
      },
      resource.place,
    ),
    uncertain: selector.uncertain || resource.uncertain,
  }));
}

/** `arn:aws:s3`, `arn:aws:s3:::`, `arn:aws:lambda`, `arn:aws:dynamodb` name everything of the kind. */
function isWhole(resource: BlockReader, attribute: string): Leaf<boolean> {
  const values = resource.strings(attribute);
  const whole = values.items.find(({ node }) => node.value !== undefined && /^arn:[^:]*:[a-z0-9]+(:::)?\/?$/.test(node.value));
  if (whole) return explicit(true, whole.node.place);
  const open = values.rest ?? values.items.find(({ node }) => node.state === 'unresolved')?.node;
  return open ? unresolved(open.reason ?? notKnown, open.place) : explicit(false, values.place);
}

const notKnown = { code: 'computed', detail: 'it is not known' } as const;

function advancedEvents(selector: BlockReader, names: SelectorNames): readonly ListItem<DataEvents>[] {
  const { readers, rest } = selector.blocks(names.fields);
  const fields = new Map(readers.map((field) => [field.string(names.field).value, field]));
  const category = fields.get('eventCategory')?.strings(names.equals);
  if (category && !category.rest && !category.items.some(({ node }) => node.value === 'Data' || node.value === undefined)) return [];
  const type = fields.get('resources.type');
  if (!type) return [];
  const readOnly = fields.get('readOnly')?.strings(names.equals).items[0]?.node;
  const only = (wanted: string): Leaf<boolean> =>
    readOnly ? mapLeaf(readOnly, (value) => value.toLowerCase() === wanted) : byDefault(true, selector.place);
  const narrowed = ['resources.ARN', 'eventName'].map((field) => fields.get(field)).find((field) => field !== undefined);
  const place: Place = type.place;
  return type.strings(names.equals).items.map(({ node }) => ({
    node: object<DataEvents>(
      {
        resourceType: node,
        isWhole: narrowed
          ? explicit(false, narrowed.place)
          : rest
            ? unresolved(rest.reason ?? notKnown, rest.place)
            : explicit(true, place),
        reads: only('true'),
        writes: only('false'),
      },
      place,
    ),
    uncertain: selector.uncertain,
  }));
}
