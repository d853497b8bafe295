/** What the S3 Control API answers: the account's public access block, and access points. Source: Amazon S3 API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { jsonAt, policyJson, textOf, whenKnown } from '../../live/index.ts';
import { arnOf } from '../core/answers.ts';

export const control: readonly LiveSource[] = [
  {
    call: 's3control:GetPublicAccessBlock',
    items: '',
    types: ['aws_s3_account_public_access_block'],
    absent: ['NoSuchPublicAccessBlockConfiguration'],
    declare: accountBlock,
  },
  {
    call: 's3control:ListMultiRegionAccessPoints',
    items: 'AccessPoints',
    types: ['AWS::S3::MultiRegionAccessPoint'],
    declare: multiRegionAccessPoint,
  },
  { call: 's3accesspoints:ListAccessPoints', items: 'AccessPointList', types: ['AWS::S3::AccessPoint'], declare: accessPoint },
];

const SWITCHES = {
  block_public_acls: 'BlockPublicAcls',
  ignore_public_acls: 'IgnorePublicAcls',
  block_public_policy: 'BlockPublicPolicy',
  restrict_public_buckets: 'RestrictPublicBuckets',
} as const;

/** An account that never set it has none of the four. */
function accountBlock(item: Json, { account, partition }: LiveContext): LiveThing {
  const block = jsonAt(item, 'PublicAccessBlockConfiguration');
  return {
    type: 'aws_s3_account_public_access_block',
    id: `arn:${partition}:s3::${account}:public-access-block`,
    name: account,
    properties: Object.fromEntries(Object.entries(SWITCHES).map(([name, key]) => [name, jsonAt(block, key) ?? false])),
  };
}

function accessPoint(item: Json, context: LiveContext): LiveThing | null {
  const Name = textOf(item, 'Name');
  if (Name === undefined) return null;
  const request = { AccountId: context.account, Name };
  const policy = context.answer('s3accesspoints:GetAccessPointPolicy', request, ['NoSuchAccessPointPolicy', 'NoSuchAccessPoint']);
  return {
    type: 'AWS::S3::AccessPoint',
    id: textOf(item, 'AccessPointArn') ?? arnOf(context, 's3', `accesspoint/${Name}`),
    name: Name,
    properties: {
      Name,
      Bucket: textOf(item, 'Bucket'),
      PublicAccessBlockConfiguration: whenKnown(context.answer('s3accesspoints:GetAccessPoint', request, ['NoSuchAccessPoint']), block),
      Policy: whenKnown(policy, (json) => policyJson(jsonAt(json, 'Policy'))),
    },
  };
}

function multiRegionAccessPoint(item: Json, { partition, account }: LiveContext): LiveThing | null {
  const [name, alias] = [textOf(item, 'Name'), textOf(item, 'Alias')];
  if (name === undefined) return null;
  return {
    type: 'AWS::S3::MultiRegionAccessPoint',
    id: `arn:${partition}:s3::${account}:accesspoint/${alias ?? name}`,
    name,
    properties: { Name: name, PublicAccessBlockConfiguration: allSwitches(jsonAt(item, 'PublicAccessBlock')) },
  };
}

function block(json: Json): LiveValue {
  return allSwitches(jsonAt(json, 'PublicAccessBlockConfiguration'));
}

/** What is on is said: a block that is not there has all four off. */
function allSwitches(configuration: Json | undefined): LiveValue {
  return Object.fromEntries(Object.values(SWITCHES).map((key) => [key, jsonAt(configuration, key) ?? false]));
}
