/** Neptune's part of what the RDS API answers, in the words of CloudFormation or Terraform. Source: Amazon Neptune API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, jsonAt, tagPairs, textOf } from '../../live/index.ts';
import { arnOf } from '../core/answers.ts';
import { keyName } from '../kms/key-name.ts';
import { engineOf } from '../rds/live-names.ts';
import { clusterSnapshotArn, clusterSnapshotRestorers } from '../rds/live-snapshots.ts';

export const live: readonly LiveSource[] = [
  { call: 'rds:DescribeDBClusters', items: 'DBClusters', types: ['AWS::Neptune::DBCluster'], declare: cluster },
  {
    call: 'rds:DescribeDBInstances',
    items: 'DBInstances',
    types: ['AWS::Neptune::DBInstance', 'aws_neptune_cluster_instance'],
    declare: instance,
  },
  { call: 'rds:DescribeDBClusterSnapshots', items: 'DBClusterSnapshots', types: ['aws_neptune_cluster_snapshot'], declare: snapshot },
];

function cluster(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'DBClusterIdentifier');
  if (name === undefined || engineOf(item) !== 'neptune') return null;
  return {
    type: 'AWS::Neptune::DBCluster',
    id: textOf(item, 'DBClusterArn') ?? arnOf(context, 'rds', `cluster:${name}`),
    name,
    properties: {
      DBClusterIdentifier: name,
      StorageEncrypted: jsonAt(item, 'StorageEncrypted') ?? false,
      KmsKeyId: keyName(jsonAt(item, 'KmsKeyId'), context),
      EnableCloudwatchLogsExports: itemsAt(item, 'EnabledCloudwatchLogsExports'),
      IamAuthEnabled: jsonAt(item, 'IAMDatabaseAuthenticationEnabled') ?? false,
      BackupRetentionPeriod: jsonAt(item, 'BackupRetentionPeriod') ?? 0,
      CopyTagsToSnapshot: jsonAt(item, 'CopyTagsToSnapshot') ?? false,
      DeletionProtection: jsonAt(item, 'DeletionProtection') ?? false,
      InstanceCount: itemsAt(item, 'DBClusterMembers').length,
      Tags: tagPairs(jsonAt(item, 'TagList') ?? []),
    },
  };
}

/** CloudFormation says to which cluster it belongs, Terraform whether it is public. */
function instance(item: Json, context: LiveContext): readonly LiveThing[] {
  const name = textOf(item, 'DBInstanceIdentifier');
  if (name === undefined || engineOf(item) !== 'neptune') return [];
  const id = textOf(item, 'DBInstanceArn') ?? arnOf(context, 'rds', `db:${name}`);
  const cluster = textOf(item, 'DBClusterIdentifier');
  return [
    {
      type: 'AWS::Neptune::DBInstance',
      id,
      name,
      properties: {
        DBInstanceIdentifier: name,
        DBClusterIdentifier: cluster === undefined ? undefined : arnOf(context, 'rds', `cluster:${cluster}`),
        Tags: tagPairs(jsonAt(item, 'TagList') ?? []),
      },
    },
    {
      type: 'aws_neptune_cluster_instance',
      id,
      name,
      properties: { identifier: name, publicly_accessible: jsonAt(item, 'PubliclyAccessible') ?? false },
    },
  ];
}

function snapshot(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'DBClusterSnapshotIdentifier');
  if (name === undefined || engineOf(item) !== 'neptune') return null;
  const cluster = textOf(item, 'DBClusterIdentifier');
  return {
    type: 'aws_neptune_cluster_snapshot',
    id: clusterSnapshotArn(item, context),
    name,
    properties: {
      db_cluster_snapshot_identifier: name,
      db_cluster_identifier: cluster === undefined ? undefined : arnOf(context, 'rds', `cluster:${cluster}`),
      storage_encrypted: jsonAt(item, 'StorageEncrypted') ?? false,
      kms_key_id: keyName(jsonAt(item, 'KmsKeyId'), context),
      shared_accounts: clusterSnapshotRestorers(item, context),
    },
  };
}
