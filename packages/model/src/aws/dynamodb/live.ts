/**
 * Answers of the DynamoDB API → tables, in the words of CloudFormation. A replica is a table of its own region, and is read there.
 * Source: Amazon DynamoDB API reference, read 2026-11-22.
 */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { jsonAt, policyJson, textOf, whenKnown } from '../../live/index.ts';
import { arnOf, askedTags } from '../core/answers.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'dynamodb:ListTables', items: 'TableNames', types: ['AWS::DynamoDB::Table'], declare: table },
  {
    call: 'application-autoscaling:DescribeScalableTargets',
    items: 'ScalableTargets',
    types: ['AWS::ApplicationAutoScaling::ScalableTarget'],
    declare: scalingTarget,
  },
];

const GONE = ['ResourceNotFoundException', 'TableNotFoundException'];

function table(item: Json, context: LiveContext): LiveThing | null {
  if (typeof item !== 'string') return null;
  const id = arnOf(context, 'dynamodb', `table/${item}`);
  const answer = context.answer('dynamodb:DescribeTable', { TableName: item }, GONE);
  if (answer === null) return null;
  const backups = context.answer('dynamodb:DescribeContinuousBackups', { TableName: item }, GONE);
  const policy = context.answer('dynamodb:GetResourcePolicy', { ResourceArn: id }, ['PolicyNotFoundException', ...GONE]);
  return {
    type: 'AWS::DynamoDB::Table',
    id,
    name: item,
    properties: {
      TableName: item,
      PointInTimeRecoverySpecification: whenKnown(backups, pointInTimeRecovery),
      SSESpecification: whenKnown(answer, (json) => encryption(json, context)),
      DeletionProtectionEnabled: whenKnown(answer, (json) => jsonAt(json, 'Table.DeletionProtectionEnabled') ?? false),
      BillingMode: whenKnown(answer, (json) => textOf(json, 'Table.BillingModeSummary.BillingMode') ?? 'PROVISIONED'),
      ResourcePolicy: whenKnown(policy, (json) => ({ PolicyDocument: policyJson(jsonAt(json, 'Policy')) })),
      Tags: askedTags(context, 'dynamodb:ListTagsOfResource', { ResourceArn: id }),
    },
  };
}

function pointInTimeRecovery(json: Json): LiveValue {
  const status = textOf(json, 'ContinuousBackupsDescription.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus');
  return { PointInTimeRecoveryEnabled: status === 'ENABLED' };
}

/** Nothing is said of tables that a key of AWS's own encrypts. */
function encryption(json: Json, context: LiveContext): LiveValue {
  const described = jsonAt(json, 'Table.SSEDescription');
  const isOn = /^(?:ENABLED|ENABLING|UPDATING)$/.test(textOf(described, 'Status') ?? '');
  return { SSEEnabled: isOn, KMSMasterKeyId: isOn ? keyName(jsonAt(described, 'KMSMasterKeyArn'), context) : undefined };
}

function scalingTarget(item: Json, context: LiveContext): LiveThing | null {
  const resource = textOf(item, 'ResourceId');
  if (resource === undefined) return null;
  const dimension = textOf(item, 'ScalableDimension') ?? '';
  return {
    type: 'AWS::ApplicationAutoScaling::ScalableTarget',
    id: textOf(item, 'ScalableTargetARN') ?? arnOf(context, 'application-autoscaling', `${resource}#${dimension}`),
    properties: { ResourceId: resource, ScalableDimension: dimension },
  };
}
