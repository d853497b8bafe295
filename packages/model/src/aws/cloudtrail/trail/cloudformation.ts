import { defineCloudFormation } from '../../../code/index.ts';
import type { SelectorNames } from '../data-events.ts';
import { dataEvents } from '../data-events.ts';
import { recordsManagementEvents } from '../management-events.ts';
import type { Trail } from './shape.ts';

const names: SelectorNames = {
  basic: 'EventSelectors',
  readWrite: 'ReadWriteType',
  management: 'IncludeManagementEvents',
  resources: 'DataResources',
  type: 'Type',
  values: 'Values',
  advanced: 'AdvancedEventSelectors',
  fields: 'FieldSelectors',
  field: 'Field',
  equals: 'Equals',
};

/** Source: CloudFormation template reference, AWS::CloudTrail::Trail, read 2026-11-22. `IsLogging` is required. */
export const cloudformation = defineCloudFormation<Trail>({
  types: ['AWS::CloudTrail::Trail'],
  identity: ['TrailName'],
  read: (trail, context) => ({
    isMultiRegion: trail.boolean('IsMultiRegionTrail', { default: false }),
    isLogging: trail.boolean('IsLogging', { required: true }),
    recordsManagementEvents: recordsManagementEvents(trail, names),
    logFileValidation: trail.boolean('EnableLogFileValidation', { default: false }),
    hasKmsKey: trail.isSet('KMSKeyId'),
    hasLogGroup: trail.isSet('CloudWatchLogsLogGroupArn'),
    hasTopic: trail.isSet('SnsTopicName'),
    hasInsights: trail.has('InsightSelectors'),
    dataEvents: dataEvents(trail, names),
    bucket: context.requiredRef(trail, 'S3BucketName', 'aws.s3.bucket'),
  }),
});
