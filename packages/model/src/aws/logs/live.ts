/** Answers of the CloudWatch Logs API, in the words of CloudFormation. Source: CloudWatch Logs API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { daysSince, itemsAt, jsonAt, policyJson, textOf } from '../../live/index.ts';
import { unaskedTags } from '../core/unasked-tags.ts';

export const live: readonly LiveSource[] = [
  { call: 'logs:DescribeLogGroups', items: 'logGroups', types: ['AWS::Logs::LogGroup'], declare: group },
  { call: 'logs:DescribeMetricFilters', items: 'metricFilters', types: ['AWS::Logs::MetricFilter'], declare: filter },
  { call: 'logs:DescribeResourcePolicies', items: 'resourcePolicies', types: ['AWS::Logs::ResourcePolicy'], declare: policy },
];

function group(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'logGroupName');
  if (name === undefined) return null;
  const arn = textOf(item, 'arn')?.replace(/:\*$/, '') ?? `${own(context)}log-group:${name}`;
  const made = jsonAt(item, 'creationTime');
  return {
    type: 'AWS::Logs::LogGroup',
    id: arn,
    name,
    names: [`${arn}:*`],
    properties: {
      LogGroupName: name,
      RetentionInDays: jsonAt(item, 'retentionInDays'),
      KmsKeyId: textOf(item, 'kmsKeyId'),
      StoredBytes: jsonAt(item, 'storedBytes'),
      AgeDays: typeof made === 'number' ? daysSince(new Date(made).toISOString(), context.at) : undefined,
      Tags: unaskedTags,
    },
  };
}

function filter(item: Json, context: LiveContext): LiveThing | null {
  const [name, group] = [textOf(item, 'filterName'), textOf(item, 'logGroupName')];
  if (name === undefined || group === undefined) return null;
  return {
    type: 'AWS::Logs::MetricFilter',
    id: `${own(context)}log-group:${group}:metric-filter:${name}`,
    name,
    properties: {
      FilterName: name,
      LogGroupName: group,
      FilterPattern: textOf(item, 'filterPattern') ?? '',
      MetricTransformations: itemsAt(item, 'metricTransformations').map((each) => ({
        MetricName: textOf(each, 'metricName'),
        MetricNamespace: textOf(each, 'metricNamespace'),
      })),
    },
  };
}

function policy(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'policyName');
  if (name === undefined) return null;
  return {
    type: 'AWS::Logs::ResourcePolicy',
    id: `${own(context)}resource-policy:${name}`,
    name,
    properties: { PolicyName: name, PolicyDocument: policyJson(jsonAt(item, 'policyDocument')) },
  };
}

function own({ partition, region, account }: LiveContext): string {
  return `arn:${partition}:logs:${region}:${account}:`;
}
