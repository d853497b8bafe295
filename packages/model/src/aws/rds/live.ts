/**
 * Answers of the RDS API, in the words of CloudFormation, of Terraform where that has none. Neptune and DocumentDB answer through the same
 * API: their own folders read those. Source: Amazon RDS API reference, read 2026-11-22.
 */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, tagPairs, textOf } from '../../live/index.ts';
import { arnOf } from '../core/answers.ts';
import { keyName } from '../kms/key-name.ts';
import { engineOf, tagsOfRds } from './live-names.ts';
import { parameterGroup } from './live-parameters.ts';
import { clusterSnapshot, snapshot } from './live-snapshots.ts';

export const live: readonly LiveSource[] = [
  { call: 'rds:DescribeDBInstances', items: 'DBInstances', types: ['AWS::RDS::DBInstance'], declare: instance },
  {
    call: 'rds:DescribeDBClusters',
    items: 'DBClusters',
    types: ['AWS::RDS::DBCluster', 'aws_rds_cluster_activity_stream'],
    declare: cluster,
  },
  { call: 'rds:DescribeDBSnapshots', items: 'DBSnapshots', types: ['aws_db_snapshot', 'aws_db_snapshot_copy'], declare: snapshot },
  {
    call: 'rds:DescribeDBClusterSnapshots',
    items: 'DBClusterSnapshots',
    types: ['aws_db_cluster_snapshot', 'aws_rds_cluster_snapshot_copy'],
    declare: clusterSnapshot,
  },
  {
    call: 'rds:DescribeDBParameterGroups',
    items: 'DBParameterGroups',
    types: ['AWS::RDS::DBParameterGroup'],
    declare: (item, context) => parameterGroup(item, context, 'DBParameterGroup'),
  },
  {
    call: 'rds:DescribeDBClusterParameterGroups',
    items: 'DBClusterParameterGroups',
    types: ['AWS::RDS::DBClusterParameterGroup'],
    declare: (item, context) => parameterGroup(item, context, 'DBClusterParameterGroup'),
  },
  {
    call: 'rds:DescribeEventSubscriptions',
    items: 'EventSubscriptionsList',
    types: ['AWS::RDS::EventSubscription'],
    declare: eventSubscription,
  },
  { call: 'rds:DescribeDBProxies', items: 'DBProxies', types: ['AWS::RDS::DBProxy'], declare: proxy },
  { call: 'rds:DescribeGlobalClusters', items: 'GlobalClusters', types: ['AWS::RDS::GlobalCluster'], declare: globalCluster },
  {
    call: 'rds:DescribeDBInstanceAutomatedBackups',
    items: 'DBInstanceAutomatedBackups',
    types: ['aws_db_instance_automated_backups_replication'],
    declare: backupReplication,
  },
];

function instance(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'DBInstanceIdentifier');
  if (name === undefined || engineOf(item) !== 'rds') return null;
  const cluster = textOf(item, 'DBClusterIdentifier');
  const group = textOf(itemsAt(item, 'DBParameterGroups')[0], 'DBParameterGroupName');
  return {
    type: 'AWS::RDS::DBInstance',
    id: textOf(item, 'DBInstanceArn') ?? arnOf(context, 'rds', `db:${name}`),
    name,
    properties: {
      DBInstanceIdentifier: name,
      Engine: textOf(item, 'Engine'),
      EngineVersion: textOf(item, 'EngineVersion'),
      DBInstanceClass: textOf(item, 'DBInstanceClass'),
      // Clusters and groups have their names in one region; by the ARN they are told apart.
      DBClusterIdentifier: cluster === undefined ? undefined : arnOf(context, 'rds', `cluster:${cluster}`),
      DBParameterGroupName: group === undefined ? undefined : arnOf(context, 'rds', `pg:${group}`),
      SourceDBInstanceIdentifier: textOf(item, 'ReadReplicaSourceDBInstanceIdentifier'),
      PubliclyAccessible: jsonAt(item, 'PubliclyAccessible') ?? false,
      StorageEncrypted: jsonAt(item, 'StorageEncrypted') ?? false,
      KmsKeyId: keyName(jsonAt(item, 'KmsKeyId'), context),
      BackupRetentionPeriod: jsonAt(item, 'BackupRetentionPeriod') ?? 0,
      MultiAZ: jsonAt(item, 'MultiAZ') ?? false,
      AutoMinorVersionUpgrade: jsonAt(item, 'AutoMinorVersionUpgrade') ?? false,
      DeletionProtection: jsonAt(item, 'DeletionProtection') ?? false,
      EnableIAMDatabaseAuthentication: jsonAt(item, 'IAMDatabaseAuthenticationEnabled') ?? false,
      EnableCloudwatchLogsExports: itemsAt(item, 'EnabledCloudwatchLogsExports'),
      MasterUsername: textOf(item, 'MasterUsername'),
      Port: jsonAt(item, 'Endpoint.Port') ?? (jsonAt(item, 'DbInstancePort') || undefined),
      CopyTagsToSnapshot: jsonAt(item, 'CopyTagsToSnapshot') ?? false,
      CACertificateIdentifier: textOf(item, 'CACertificateIdentifier'),
      MonitoringInterval: jsonAt(item, 'MonitoringInterval') ?? 0,
      EnablePerformanceInsights: jsonAt(item, 'PerformanceInsightsEnabled') ?? false,
      PerformanceInsightsKMSKeyId: keyName(jsonAt(item, 'PerformanceInsightsKMSKeyId'), context),
      VPCSecurityGroups: itemsAt(item, 'VpcSecurityGroups').map((each) => textOf(each, 'VpcSecurityGroupId')),
      DBSubnetGroupName: textOf(item, 'DBSubnetGroup.DBSubnetGroupName'),
      // Templates have them in the subnet group.
      SubnetIds: subnetIds(item),
      Tags: tagPairs(jsonAt(item, 'TagList') ?? []),
    },
  };
}

function subnetIds(item: Json): LiveValue {
  const found = itemsAt(item, 'DBSubnetGroup.Subnets').flatMap((each) => textOf(each, 'SubnetIdentifier') ?? []);
  return found.length > 0 ? found : undefined;
}

function cluster(item: Json, context: LiveContext): readonly LiveThing[] {
  const name = textOf(item, 'DBClusterIdentifier');
  if (name === undefined || engineOf(item) !== 'rds') return [];
  const id = textOf(item, 'DBClusterArn') ?? arnOf(context, 'rds', `cluster:${name}`);
  const group = textOf(item, 'DBClusterParameterGroup');
  const own: LiveThing = {
    type: 'AWS::RDS::DBCluster',
    id,
    name,
    properties: {
      DBClusterIdentifier: name,
      Engine: textOf(item, 'Engine'),
      EngineVersion: textOf(item, 'EngineVersion'),
      EngineMode: textOf(item, 'EngineMode'),
      StorageEncrypted: jsonAt(item, 'StorageEncrypted') ?? false,
      KmsKeyId: keyName(jsonAt(item, 'KmsKeyId'), context),
      BackupRetentionPeriod: jsonAt(item, 'BackupRetentionPeriod') ?? 0,
      DeletionProtection: jsonAt(item, 'DeletionProtection') ?? false,
      EnableIAMDatabaseAuthentication: jsonAt(item, 'IAMDatabaseAuthenticationEnabled') ?? false,
      EnableCloudwatchLogsExports: itemsAt(item, 'EnabledCloudwatchLogsExports'),
      MasterUsername: textOf(item, 'MasterUsername'),
      Port: jsonAt(item, 'Port'),
      CopyTagsToSnapshot: jsonAt(item, 'CopyTagsToSnapshot') ?? false,
      BacktrackWindow: jsonAt(item, 'BacktrackWindow') ?? 0,
      DBClusterInstanceClass: textOf(item, 'DBClusterInstanceClass'),
      DBClusterParameterGroupName: group === undefined ? undefined : arnOf(context, 'rds', `cluster-pg:${group}`),
      InstanceCount: itemsAt(item, 'DBClusterMembers').length,
      VpcSecurityGroupIds: itemsAt(item, 'VpcSecurityGroups').map((each) => textOf(each, 'VpcSecurityGroupId')),
      Tags: tagPairs(jsonAt(item, 'TagList') ?? []),
    },
  };
  const status = textOf(item, 'ActivityStreamStatus');
  if (status !== 'started' && status !== 'starting') return [own];
  const stream: LiveThing = {
    type: 'aws_rds_cluster_activity_stream',
    id: `${id}#activity-stream`,
    name,
    properties: { resource_arn: id, kms_key_id: keyName(jsonAt(item, 'ActivityStreamKmsKeyId'), context) },
  };
  return [own, stream];
}

function eventSubscription(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'CustSubscriptionId');
  if (name === undefined) return null;
  const id = textOf(item, 'EventSubscriptionArn') ?? arnOf(context, 'rds', `es:${name}`);
  return {
    type: 'AWS::RDS::EventSubscription',
    id,
    name,
    properties: {
      SubscriptionName: name,
      Enabled: jsonAt(item, 'Enabled') ?? false,
      SourceType: textOf(item, 'SourceType'),
      EventCategories: itemsAt(item, 'EventCategoriesList'),
      Tags: tagsOfRds(context, id),
    },
  };
}

function proxy(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'DBProxyName');
  if (name === undefined) return null;
  const id = textOf(item, 'DBProxyArn') ?? arnOf(context, 'rds', `db-proxy:${name}`);
  return {
    type: 'AWS::RDS::DBProxy',
    id,
    name,
    properties: {
      DBProxyName: name,
      RequireTLS: jsonAt(item, 'RequireTLS') ?? false,
      DebugLogging: jsonAt(item, 'DebugLogging') ?? false,
      Tags: tagsOfRds(context, id),
    },
  };
}

/** Answered in each region in which it has a cluster: its ARN, which names no region, makes it one thing. */
function globalCluster(item: Json): LiveThing | null {
  const [id, name] = [textOf(item, 'GlobalClusterArn'), textOf(item, 'GlobalClusterIdentifier')];
  if (id === undefined || name === undefined || engineOf(item) !== 'rds') return null;
  return {
    type: 'AWS::RDS::GlobalCluster',
    id,
    name,
    properties: {
      GlobalClusterIdentifier: name,
      StorageEncrypted: jsonAt(item, 'StorageEncrypted') ?? false,
      DeletionProtection: jsonAt(item, 'DeletionProtection') ?? false,
    },
  };
}

/** Backups of this region's databases belong to those; the copies of another region's are meant. */
function backupReplication(item: Json, context: LiveContext): LiveThing | null {
  const database = textOf(item, 'DBInstanceArn');
  if (database === undefined || database.split(':')[3] === context.region) return null;
  return {
    type: 'aws_db_instance_automated_backups_replication',
    id: textOf(item, 'DBInstanceAutomatedBackupsArn') ?? `${database}#${context.region}`,
    name: textOf(item, 'DBInstanceIdentifier') ?? database,
    properties: { source_db_instance_arn: database, kms_key_id: keyName(jsonAt(item, 'KmsKeyId'), context) },
  };
}
