import { defineTerraform } from '../../../code/index.ts';
import type { SelectorNames } from '../data-events.ts';
import { dataEvents } from '../data-events.ts';
import { recordsManagementEvents } from '../management-events.ts';
import type { Trail } from './shape.ts';

const names: SelectorNames = {
  basic: 'event_selector',
  readWrite: 'read_write_type',
  management: 'include_management_events',
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
    recordsManagementEvents: recordsManagementEvents(trail, names),
    logFileValidation: trail.boolean('enable_log_file_validation', { default: false }),
    hasKmsKey: trail.isSet('kms_key_id'),
    hasLogGroup: trail.isSet('cloud_watch_logs_group_arn'),
    hasTopic: trail.isSet('sns_topic_name'),
    hasInsights: trail.has('insight_selector'),
    dataEvents: dataEvents(trail, names),
    bucket: context.requiredRef(trail, 's3_bucket_name', 'aws.s3.bucket'),
  }),
});
