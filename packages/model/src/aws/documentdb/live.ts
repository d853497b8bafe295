/** DocumentDB's part of what the RDS API answers, in the words of CloudFormation or Terraform. Source: Amazon DocumentDB API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, jsonAt, Missing, tagPairs, textOf } from '../../live/index.ts';
import { arnOf } from '../core/answers.ts';
import { unaskedTags } from '../core/unasked-tags.ts';
import { keyName } from '../kms/key-name.ts';
import { engineOf, familyOf, tagsOfRds } from '../rds/live-names.ts';
import { groupArn, isDefault, parametersOf } from '../rds/live-parameters.ts';
import { clusterSnapshotArn, clusterSnapshotRestorers } from '../rds/live-snapshots.ts';

export const live: readonly LiveSource[] = [
  { call: 'rds:DescribeDBClusters', items: 'DBClusters', types: ['AWS::DocDB::DBCluster'], declare: cluster },
  {
    call: 'rds:DescribeDBClusterParameterGroups',
    items: 'DBClusterParameterGroups',
    types: ['AWS::DocDB::DBClusterParameterGroup'],
    declare: parameterGroup,
  },
  { call: 'rds:DescribeGlobalClusters', items: 'GlobalClusters', types: ['aws_docdb_global_cluster'], declare: globalCluster },
  { call: 'rds:DescribeDBClusterSnapshots', items: 'DBClusterSnapshots', types: ['aws.documentdb.snapshot'], declare: snapshot },
];

function cluster(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'DBClusterIdentifier');
  if (name === undefined || engineOf(item) !== 'docdb') return null;
  return {
    type: 'AWS::DocDB::DBCluster',
    id: textOf(item, 'DBClusterArn') ?? arnOf(context, 'rds', `cluster:${name}`),
    name,
    properties: {
      DBClusterIdentifier: name,
      StorageEncrypted: jsonAt(item, 'StorageEncrypted') ?? false,
      KmsKeyId: keyName(jsonAt(item, 'KmsKeyId'), context),
      EnableCloudwatchLogsExports: itemsAt(item, 'EnabledCloudwatchLogsExports'),
      BackupRetentionPeriod: jsonAt(item, 'BackupRetentionPeriod') ?? 0,
      DeletionProtection: jsonAt(item, 'DeletionProtection') ?? false,
      Tags: tagPairs(jsonAt(item, 'TagList') ?? []),
    },
  };
}

/** The groups that AWS makes matter where a cluster uses them. */
function parameterGroup(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'DBClusterParameterGroupName');
  if (name === undefined || familyOf(item) !== 'docdb') return null;
  if (isDefault(name) && !isUsed(name, context)) return null;
  const id = groupArn(item, context, 'DBClusterParameterGroup');
  return {
    type: 'AWS::DocDB::DBClusterParameterGroup',
    id,
    name,
    properties: {
      Name: name,
      Parameters: parametersOf(name, context, 'DBClusterParameterGroup'),
      Tags: isDefault(name) ? unaskedTags : tagsOfRds(context, id),
    },
  };
}

function isUsed(group: string, context: LiveContext): boolean {
  const clusters = context.list('rds:DescribeDBClusters', 'DBClusters');
  return clusters.some((each) => !(each instanceof Missing) && textOf(each, 'DBClusterParameterGroup') === group);
}

function globalCluster(item: Json): LiveThing | null {
  const [id, name] = [textOf(item, 'GlobalClusterArn'), textOf(item, 'GlobalClusterIdentifier')];
  if (id === undefined || name === undefined || engineOf(item) !== 'docdb') return null;
  return {
    type: 'aws_docdb_global_cluster',
    id,
    name,
    properties: { global_cluster_identifier: name, storage_encrypted: jsonAt(item, 'StorageEncrypted') ?? false },
  };
}

function snapshot(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'DBClusterSnapshotIdentifier');
  if (name === undefined || engineOf(item) !== 'docdb') return null;
  return {
    type: 'aws.documentdb.snapshot',
    id: clusterSnapshotArn(item, context),
    name,
    properties: {
      StorageEncrypted: jsonAt(item, 'StorageEncrypted') ?? false,
      SharedAccounts: clusterSnapshotRestorers(item, context),
    },
  };
}
