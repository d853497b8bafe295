/** Actions that reach the content of AWS's stores. Source: Service Authorization Reference of each service, read 2026-11-22. */
import type { StoreActions } from '../workload.ts';

function actions(
  service: string,
  { on = '{arn}', ...lists }: Partial<Record<'read' | 'write' | 'delete' | 'copy' | 'on', string>>,
): StoreActions {
  const all = (text = ''): readonly string[] =>
    text
      .split(' ')
      .filter((each) => each !== '')
      .map((each) => (each.includes(':') ? each : `${service}:${each}`));
  return { read: all(lists.read), write: all(lists.write), delete: all(lists.delete), copy: all(lists.copy), on };
}

export const awsActions = {
  bucket: actions('s3', {
    read: 'GetObject GetObjectVersion',
    write: 'PutObject',
    delete: 'DeleteObject DeleteObjectVersion',
    copy: 'PutReplicationConfiguration PutBucketPolicy',
    on: '{arn}/*',
  }),
  table: actions('dynamodb', {
    read: 'GetItem BatchGetItem Query Scan PartiQLSelect',
    write: 'PutItem UpdateItem BatchWriteItem PartiQLInsert PartiQLUpdate',
    delete: 'DeleteTable DeleteItem PartiQLDelete',
    copy: 'CreateBackup ExportTableToPointInTime PutResourcePolicy CreateGlobalTable',
  }),
  database: actions('rds', {
    read: 'rds-db:connect DownloadDBLogFilePortion',
    write: 'ModifyDBInstance ResetDBParameterGroup',
    delete: 'DeleteDBInstance',
    copy: 'CreateDBSnapshot StartExportTask CreateDBInstanceReadReplica RestoreDBInstanceToPointInTime',
  }),
  cluster: actions('rds', {
    read: 'rds-db:connect rds-data:ExecuteStatement rds-data:BatchExecuteStatement',
    write: 'ModifyDBCluster rds-data:ExecuteStatement',
    delete: 'DeleteDBCluster',
    copy: 'CreateDBClusterSnapshot StartExportTask RestoreDBClusterToPointInTime',
  }),
  databaseSnapshot: actions('rds', {
    read: 'RestoreDBInstanceFromDBSnapshot',
    delete: 'DeleteDBSnapshot',
    copy: 'ModifyDBSnapshotAttribute CopyDBSnapshot StartExportTask',
  }),
  clusterSnapshot: actions('rds', {
    read: 'RestoreDBClusterFromSnapshot',
    delete: 'DeleteDBClusterSnapshot',
    copy: 'ModifyDBClusterSnapshotAttribute CopyDBClusterSnapshot StartExportTask',
  }),
  redshift: actions('redshift', {
    read: 'GetClusterCredentials GetClusterCredentialsWithIAM redshift-data:ExecuteStatement',
    write: 'ModifyCluster redshift-data:ExecuteStatement',
    delete: 'DeleteCluster',
    copy: 'CreateClusterSnapshot AuthorizeSnapshotAccess EnableSnapshotCopy',
  }),
  redshiftServerless: actions('redshift-serverless', {
    read: 'GetCredentials redshift-data:ExecuteStatement',
    write: 'UpdateNamespace redshift-data:ExecuteStatement',
    delete: 'DeleteNamespace',
    copy: 'CreateSnapshot PutResourcePolicy',
  }),
  search: actions('es', {
    read: 'ESHttpGet ESHttpHead ESHttpPost',
    write: 'ESHttpPost ESHttpPut ESHttpPatch',
    delete: 'ESHttpDelete DeleteDomain',
    copy: 'UpdateDomainConfig UpdateElasticsearchDomainConfig',
    on: '{arn}/*',
  }),
  searchServerless: actions('aoss', { read: 'APIAccessAll', write: 'APIAccessAll', delete: 'DeleteCollection', copy: '' }),
  cache: actions('elasticache', {
    read: 'Connect',
    write: 'Connect ModifyReplicationGroup',
    delete: 'DeleteReplicationGroup DeleteCacheCluster',
    copy: 'CreateSnapshot CopySnapshot',
  }),
  memorydb: actions('memorydb', {
    read: 'Connect',
    write: 'Connect UpdateCluster',
    delete: 'DeleteCluster',
    copy: 'CreateSnapshot CopySnapshot',
  }),
  fileSystem: actions('elasticfilesystem', {
    read: 'ClientMount',
    write: 'ClientWrite',
    delete: 'DeleteFileSystem',
    copy: 'CreateReplicationConfiguration PutFileSystemPolicy',
  }),
  fsx: actions('fsx', { read: '', write: 'UpdateFileSystem', delete: 'DeleteFileSystem', copy: 'CreateBackup CopyBackup' }),
  volume: actions('ec2', { read: 'AttachVolume', write: 'AttachVolume', delete: 'DeleteVolume', copy: 'CreateSnapshot' }),
  snapshot: actions('ec2', {
    read: 'CreateVolume ebs:GetSnapshotBlock',
    write: 'ebs:PutSnapshotBlock',
    delete: 'DeleteSnapshot',
    copy: 'ModifySnapshotAttribute CopySnapshot',
  }),
  image: actions('ec2', {
    read: 'RunInstances',
    write: '',
    delete: 'DeregisterImage',
    copy: 'ModifyImageAttribute CopyImage CreateStoreImageTask',
  }),
  secret: actions('secretsmanager', {
    read: 'GetSecretValue BatchGetSecretValue',
    write: 'PutSecretValue UpdateSecret',
    delete: 'DeleteSecret',
    copy: 'PutResourcePolicy ReplicateSecretToRegions',
  }),
  parameter: actions('ssm', {
    read: 'GetParameter GetParameters GetParametersByPath GetParameterHistory',
    write: 'PutParameter',
    delete: 'DeleteParameter DeleteParameters',
    copy: 'PutResourcePolicy',
  }),
  key: actions('kms', {
    read: 'Decrypt ReEncryptFrom GenerateDataKey',
    write: 'Encrypt',
    delete: 'ScheduleKeyDeletion DisableKey DeleteImportedKeyMaterial',
    copy: 'CreateGrant PutKeyPolicy ReplicateKey',
  }),
  repository: actions('ecr', {
    read: 'GetDownloadUrlForLayer BatchGetImage',
    write: 'PutImage',
    delete: 'BatchDeleteImage DeleteRepository',
    copy: 'SetRepositoryPolicy PutReplicationConfiguration',
  }),
  publicRepository: actions('ecr-public', {
    read: '',
    write: 'PutImage',
    delete: 'BatchDeleteImage DeleteRepository',
    copy: '',
  }),
  queue: actions('sqs', {
    read: 'ReceiveMessage',
    write: 'SendMessage',
    delete: 'DeleteMessage PurgeQueue DeleteQueue',
    copy: 'SetQueueAttributes AddPermission',
  }),
  topic: actions('sns', { read: 'Subscribe', write: 'Publish', delete: 'DeleteTopic', copy: 'SetTopicAttributes AddPermission' }),
  stream: actions('kinesis', {
    read: 'GetRecords SubscribeToShard',
    write: 'PutRecord PutRecords',
    delete: 'DeleteStream',
    copy: 'PutResourcePolicy',
  }),
  firehose: actions('firehose', { read: '', write: 'PutRecord PutRecordBatch', delete: 'DeleteDeliveryStream', copy: 'UpdateDestination' }),
  msk: actions('kafka-cluster', {
    read: 'ReadData',
    write: 'WriteData',
    delete: 'kafka:DeleteCluster',
    copy: 'kafka:PutClusterPolicy kafka:CreateReplicator',
  }),
  broker: actions('mq', { read: '', write: 'UpdateBroker CreateUser UpdateUser', delete: 'DeleteBroker', copy: '' }),
  catalog: actions('glue', {
    read: 'GetTable GetTables GetPartitions',
    write: 'UpdateTable CreateTable',
    delete: 'DeleteTable DeleteDatabase',
    copy: 'PutResourcePolicy',
  }),
  workgroup: actions('athena', {
    read: 'GetQueryResults StartQueryExecution',
    write: 'UpdateWorkGroup',
    delete: 'DeleteWorkGroup',
    copy: '',
  }),
  backupVault: actions('backup', {
    read: 'StartRestoreJob',
    write: 'StartBackupJob',
    delete: 'DeleteRecoveryPoint DeleteBackupVault DeleteBackupVaultLockConfiguration',
    copy: 'StartCopyJob PutBackupVaultAccessPolicy',
  }),
  logGroup: actions('logs', {
    read: 'GetLogEvents FilterLogEvents StartQuery',
    write: 'PutLogEvents',
    delete: 'DeleteLogGroup DeleteLogStream PutRetentionPolicy',
    copy: 'PutSubscriptionFilter CreateExportTask',
    on: '{arn}:*',
  }),
  trailStore: actions('cloudtrail', {
    read: 'StartQuery GetQueryResults',
    write: '',
    delete: 'DeleteEventDataStore',
    copy: 'PutResourcePolicy',
  }),
  timestream: actions('timestream', { read: 'Select', write: 'WriteRecords', delete: 'DeleteDatabase', copy: '' }),
  keyspace: actions('cassandra', { read: 'Select', write: 'Modify', delete: 'Drop', copy: 'Restore' }),
  ledger: actions('qldb', {
    read: 'PartiQLSelect ExportJournalToS3',
    write: 'PartiQLInsert PartiQLUpdate',
    delete: 'DeleteLedger',
    copy: 'ExportJournalToS3 StreamJournalToKinesis',
  }),
  codeRepository: actions('codecommit', {
    read: 'GitPull GetFile',
    write: 'GitPush PutFile CreateCommit',
    delete: 'DeleteRepository',
    copy: '',
  }),
  packages: actions('codeartifact', {
    read: 'ReadFromRepository',
    write: 'PublishPackageVersion PutPackageMetadata',
    delete: 'DeleteRepository DeletePackageVersions',
    copy: 'PutRepositoryPermissionsPolicy',
  }),
  userPool: actions('cognito-idp', {
    read: 'ListUsers AdminGetUser',
    write: 'AdminSetUserPassword AdminCreateUser AdminUpdateUserAttributes',
    delete: 'DeleteUserPool AdminDeleteUser',
    copy: '',
  }),
} as const satisfies Readonly<Record<string, StoreActions>>;
