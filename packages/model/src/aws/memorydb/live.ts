/** Answers of the MemoryDB API, in the words of CloudFormation, of Terraform where that has none. Source: Amazon MemoryDB API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, jsonAt, textOf } from '../../live/index.ts';
import { arnOf, askedTags } from '../core/answers.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'memorydb:DescribeClusters', items: 'Clusters', types: ['AWS::MemoryDB::Cluster'], declare: cluster },
  { call: 'memorydb:DescribeSnapshots', items: 'Snapshots', types: ['aws_memorydb_snapshot'], declare: snapshot },
];

function cluster(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'Name');
  if (name === undefined) return null;
  const id = textOf(item, 'ARN') ?? arnOf(context, 'memorydb', `cluster/${name}`);
  return {
    type: 'AWS::MemoryDB::Cluster',
    id,
    name,
    properties: {
      ClusterName: name,
      TLSEnabled: jsonAt(item, 'TLSEnabled') ?? false,
      KmsKeyId: keyName(jsonAt(item, 'KmsKeyId'), context),
      SnapshotRetentionLimit: jsonAt(item, 'SnapshotRetentionLimit') ?? 0,
      ACLName: textOf(item, 'ACLName'),
      AutoMinorVersionUpgrade: jsonAt(item, 'AutoMinorVersionUpgrade') ?? false,
      SecurityGroupIds: itemsAt(item, 'SecurityGroups').map((each) => textOf(each, 'SecurityGroupId')),
      Tags: askedTags(context, 'memorydb:ListTags', { ResourceArn: id }, 'TagList'),
    },
  };
}

function snapshot(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'Name');
  if (name === undefined) return null;
  return {
    type: 'aws_memorydb_snapshot',
    id: textOf(item, 'ARN') ?? arnOf(context, 'memorydb', `snapshot/${name}`),
    name,
    properties: { name, kms_key_arn: keyName(jsonAt(item, 'KmsKeyId'), context) },
  };
}
