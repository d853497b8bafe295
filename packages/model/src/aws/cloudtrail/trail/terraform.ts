import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { SelectorNames } from '../data-events.ts';
import { dataEvents } from '../data-events.ts';
import type { Trail } from './shape.ts';

const names: SelectorNames = {
  basic: 'event_selector',
  readWrite: 'read_write_type',
  resources: 'data_resource',
  type: 'type',
  values: 'values',
  advanced: 'advanced_event_selector',
  fields: 'field_selector',
  field: 'field',
  equals: 'equals',
};

export const terraform = defineTerraform<Trail>({
  types: ['aws_cloudtrail'],
  identity: ['name'],
  read: (trail, context) => ({
    isMultiRegion: trail.boolean('is_multi_region_trail', { default: false }),
    isLogging: trail.boolean('enable_logging', { default: true }),
    recordsManagementEvents: recordsManagementEvents(trail),
    logFileValidation: trail.boolean('enable_log_file_validation', { default: false }),
    hasKmsKey: trail.isSet('kms_key_id'),
    hasLogGroup: trail.isSet('cloud_watch_logs_group_arn'),
    hasTopic: trail.isSet('sns_topic_name'),
    hasInsights: trail.has('insight_selector'),
    dataEvents: dataEvents(trail, names),
    bucket: context.requiredRef(trail, 's3_bucket_name', 'aws.s3.bucket'),
  }),
});

/**
 * Basic selectors say so with a flag (default true), advanced ones with `eventCategory = Management`. Those that leave out the calls that change
 * something (`ReadOnly`) do not count.
 */
function recordsManagementEvents(trail: BlockReader): Leaf<boolean> {
  const basic = trail.blocks('event_selector');
  const advanced = trail.blocks('advanced_event_selector');
  const rest = basic.rest ?? advanced.rest;
  if (basic.readers.length + advanced.readers.length === 0) return rest ?? byDefault(true, trail.place);
  const flags = [...basic.readers.map(includesManagement), ...advanced.readers.map(selectsManagement)];
  const isTrue = flags.find((flag) => flag.value === true);
  const open = flags.find((flag) => flag.state === 'unresolved') ?? rest;
  return isTrue ?? open ?? explicit(false, flags[0]?.place ?? trail.place);
}

function includesManagement(selector: BlockReader): Leaf<boolean> {
  const kind = selector.string('read_write_type', { default: 'All' });
  if (kind.value?.toLowerCase() === 'readonly') return explicit(false, kind.place);
  const included = selector.boolean('include_management_events', { default: true });
  return included.value === true && kind.state === 'unresolved' ? unresolved(kind.reason ?? notKnown, kind.place) : included;
}

const notKnown = { code: 'computed', detail: 'it is not known' } as const;

function selectsManagement(selector: BlockReader): Leaf<boolean> {
  const { readers, rest } = selector.blocks('field_selector');
  const fields = new Map(readers.map((field) => [field.string('field').value, field]));
  const category = fields.get('eventCategory');
  if (!category) return rest ?? explicit(false, selector.place);
  const values = category.strings('equals');
  if (values.rest) return unresolved(values.rest.reason ?? notKnown, category.place);
  if (!values.items.some((item) => item.node.value === 'Management')) return explicit(false, category.place);
  const readOnly = fields.get('readOnly')?.strings('equals');
  if (readOnly?.rest) return unresolved(readOnly.rest.reason ?? notKnown, readOnly.place);
  return explicit(!readOnly?.items.some((item) => item.node.value === 'true'), readOnly?.place ?? category.place);
}
