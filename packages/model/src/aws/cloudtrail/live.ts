/** Answers of the CloudTrail API, in the words of CloudFormation. Source: AWS CloudTrail API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { daysSince, itemsAt, jsonAt, Missing, tagPairs, textOf, whenKnown } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'cloudtrail:DescribeTrails',
    items: 'trailList',
    types: ['AWS::CloudTrail::Trail', 'aws.cloudtrail.organization-trail'],
    declare: trail,
  },
  {
    call: 'cloudtrail:ListEventDataStores',
    items: 'EventDataStores',
    types: ['AWS::CloudTrail::EventDataStore'],
    absent: ['UnsupportedOperationException'],
    declare: eventDataStore,
  },
];

function trail(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name] = [textOf(item, 'TrailARN'), textOf(item, 'Name')];
  if (arn === undefined || name === undefined) return null;
  const isOwn = arn.includes(`:${context.account}:`);
  // Other regions, and the members of an organization, are shown a shadow of it.
  if ((textOf(item, 'HomeRegion') ?? context.region) !== context.region) return null;
  const status = context.answer('cloudtrail:GetTrailStatus', { Name: arn });
  const selectors = context.answer('cloudtrail:GetEventSelectors', { TrailName: arn });
  const insights = context.answer('cloudtrail:GetInsightSelectors', { TrailName: arn }, ['InsightNotEnabledException']);
  const error = (key: string): LiveValue => whenKnown(status, (json) => textOf(json, key));
  return {
    // That of the organization is judged where it is: here it only counts that there is one.
    type: isOwn ? 'AWS::CloudTrail::Trail' : 'aws.cloudtrail.organization-trail',
    id: arn,
    name,
    region: textOf(item, 'HomeRegion') ?? context.region,
    properties: {
      TrailName: name,
      IsMultiRegionTrail: jsonAt(item, 'IsMultiRegionTrail') ?? false,
      IsLogging: whenKnown(status, (json) => jsonAt(json, 'IsLogging') ?? false),
      EnableLogFileValidation: jsonAt(item, 'LogFileValidationEnabled') ?? false,
      KMSKeyId: textOf(item, 'KmsKeyId'),
      CloudWatchLogsLogGroupArn: textOf(item, 'CloudWatchLogsLogGroupArn'),
      SnsTopicName: textOf(item, 'SnsTopicARN') ?? textOf(item, 'SnsTopicName'),
      S3BucketName: textOf(item, 'S3BucketName'),
      EventSelectors: whenKnown(selectors, (json) => itemsAt(json, 'EventSelectors')),
      AdvancedEventSelectors: whenKnown(selectors, (json) => itemsAt(json, 'AdvancedEventSelectors')),
      InsightSelectors: whenKnown(insights, (json) => itemsAt(json, 'InsightSelectors')),
      DeliveryError: error('LatestDeliveryError'),
      DigestError: error('LatestDigestDeliveryError'),
      LogGroupError: error('LatestCloudWatchLogsDeliveryError'),
      NotificationError: error('LatestNotificationError'),
      DeliveredDays: whenKnown(status, (json) => daysSince(jsonAt(json, 'LatestDeliveryTime'), context.at)),
      Tags: tags(arn, context),
    },
  };
}

function eventDataStore(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name] = [textOf(item, 'EventDataStoreArn'), textOf(item, 'Name')];
  if (arn === undefined) return null;
  const details = context.answer('cloudtrail:GetEventDataStore', { EventDataStore: arn });
  return {
    type: 'AWS::CloudTrail::EventDataStore',
    id: arn,
    name: name ?? arn,
    properties: {
      Name: name,
      KmsKeyId: whenKnown(details, (json) => textOf(json, 'KmsKeyId')),
      TerminationProtectionEnabled: whenKnown(details, (json) => jsonAt(json, 'TerminationProtectionEnabled') ?? false),
      Tags: tags(arn, context),
    },
  };
}

function tags(arn: string, context: LiveContext): LiveValue {
  if (!arn.includes(`:${context.account}:`)) return new Missing('the tags of a trail of another account are not asked for');
  return whenKnown(context.answer('cloudtrail:ListTags', { ResourceIdList: [arn] }), (json) =>
    tagPairs(itemsAt(json, 'ResourceTagList.TagsList')),
  );
}
