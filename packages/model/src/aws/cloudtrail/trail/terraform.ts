import type { BlockReader, Leaf } from '../../../terraform/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../terraform/index.ts';
import type { Trail } from './shape.ts';

export const terraform = defineTerraform<Trail>({
  types: ['aws_cloudtrail'],
  identity: ['name'],
  read: (trail, context) => ({
    isMultiRegion: trail.boolean('is_multi_region_trail', { default: false }),
    isLogging: trail.boolean('enable_logging', { default: true }),
    recordsManagementEvents: recordsManagementEvents(trail),
    logFileValidation: trail.boolean('enable_log_file_validation', { default: false }),
    hasKmsKey: trail.isSet('kms_key_id'),
    bucket: context.requiredRef(trail, 's3_bucket_name', 'aws.s3.bucket'),
  }),
});

/** Basic selectors say so with a flag (default true), advanced ones with `eventCategory = Management`. */
function recordsManagementEvents(trail: BlockReader): Leaf<boolean> {
  const basic = trail.blocks('event_selector');
  const advanced = trail.blocks('advanced_event_selector');
  const rest = basic.rest ?? advanced.rest;
  if (basic.readers.length + advanced.readers.length === 0) return rest ?? byDefault(true, trail.place);
  const flags = [
    ...basic.readers.map((selector) => selector.boolean('include_management_events', { default: true })),
    ...advanced.readers.map(selectsManagement),
  ];
  const isTrue = flags.find((flag) => flag.value === true);
  const open = flags.find((flag) => flag.state === 'unresolved') ?? rest;
  return isTrue ?? open ?? explicit(false, flags[0]?.place ?? trail.place);
}

function selectsManagement(selector: BlockReader): Leaf<boolean> {
  const { readers, rest } = selector.blocks('field_selector');
  for (const field of readers) {
    if (field.string('field').value !== 'eventCategory') continue;
    const values = field.strings('equals');
    if (values.rest) return unresolved(values.rest.reason ?? { code: 'computed', detail: 'it is not known' }, field.place);
    return explicit(
      values.items.some((item) => item.node.value === 'Management'),
      field.place,
    );
  }
  return rest ?? explicit(false, selector.place);
}
