/** S3, DynamoDB, databases, files, volumes. Sources: hashicorp/aws and CloudFormation documentation of each type, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityReader } from '../entity.ts';
import { leaksAt } from '../leaks.ts';
import { NO_TEXTS, flagAt, mapTexts, textAt, textsAt, union } from '../reading.ts';
import { isUndecided } from '../undecided.ts';
import type { Known, Texts } from '../undecided.ts';
import type { DataStore, StoreSetting } from '../workload.ts';
import { storeReader, storeSettingReader } from '../store-reader.ts';
import { awsActions } from './data-actions.ts';

const REPLICATION = 'rule.destination.bucket rules.destination.bucket';
const PUBLIC_BLOCK = 'PublicAccessBlockConfiguration';

const buckets: readonly EntityReader<DataStore | StoreSetting>[] = [
  storeReader({
    types: 'aws_s3_bucket AWS::S3::Bucket',
    kind: 'aws.s3.bucket',
    name: 'bucket BucketName',
    access: awsActions.bucket,
    key: [
      'server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.kms_master_key_id',
      'BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.KMSMasterKeyID',
    ].join(' '),
    // Every object is encrypted since 2023-01-05, by S3's own key where no other is said.
    encrypted: () => true,
    logged: 'logging LoggingConfiguration',
    blocksPublic: (block) => flagAt(block, `${PUBLIC_BLOCK}.RestrictPublicBuckets`),
    blocksPublicAcls: bucketAcls,
    copiesTo: [
      'replication_configuration.rules.destination.bucket replication_configuration.rule.destination.bucket ReplicationConfiguration.Rules.Destination.Bucket',
      'logging.target_bucket LoggingConfiguration.DestinationBucketName',
      'InventoryConfigurations.Destination.BucketArn AnalyticsConfigurations.StorageClassAnalysis.DataExport.Destination.BucketArn',
    ].join(' '),
    shares: (block) => sharesOfAcl(block, 'acl AccessControl', 'Grants.Uri grant.uri', 'Grants.Permission grant.permissions'),
  }),
  storeSettingReader('aws_s3_bucket_public_access_block', ['aws.s3.', 'bucket'], (block) => ({
    blocksPublic: flagAt(block, 'restrict_public_buckets') ?? false,
    blocksPublicAcls: flagAt(block, 'ignore_public_acls') ?? false,
  })),
  storeSettingReader('aws_s3_account_public_access_block AWS::S3::AccountPublicAccessBlock', ['aws.s3.', ''], (block) => ({
    blocksPublic: flagAt(block, 'restrict_public_buckets RestrictPublicBuckets') ?? false,
    blocksPublicAcls: flagAt(block, 'ignore_public_acls IgnorePublicAcls') ?? false,
  })),
  storeSettingReader('aws_s3_bucket_ownership_controls', ['aws.s3.', 'bucket'], (block) => {
    const ownership = textAt(block, 'rule.object_ownership');
    return ownership === 'BucketOwnerEnforced' ? { blocksPublicAcls: true } : null;
  }),
  storeSettingReader('aws_s3_bucket_acl', ['aws.s3.', 'bucket'], (block) => ({
    sharedWith: sharesOfAcl(block, 'acl', 'access_control_policy.grant.grantee.uri', 'access_control_policy.grant.permission'),
  })),
  storeSettingReader('aws_s3_bucket_logging', ['aws.s3.', 'bucket'], (block) => ({
    isLogged: true,
    copiesTo: textsAt(block, 'target_bucket'),
  })),
  storeSettingReader('aws_s3_bucket_server_side_encryption_configuration', ['aws.s3.', 'bucket'], (block) => ({
    key: textAt(block, 'rule.apply_server_side_encryption_by_default.kms_master_key_id'),
  })),
  storeSettingReader('aws_s3_bucket_replication_configuration', ['aws.s3.', 'bucket'], (block) => ({
    copiesTo: textsAt(block, REPLICATION),
  })),
  storeSettingReader('aws_s3_bucket_inventory', ['aws.s3.', 'bucket'], (block) => ({
    copiesTo: textsAt(block, 'destination.bucket.bucket_arn'),
  })),
  storeSettingReader('aws_s3_object aws_s3_bucket_object', ['aws.s3.', 'bucket'], (block, context) => {
    const credentials = leaksAt(block, 'content content_base64', { where: 'object', context });
    return credentials.length > 0 ? { credentials } : null;
  }),
];

/** Ownership of the bucket's owner turns ACLs off. */
function bucketAcls(block: BlockReader): Known<boolean | undefined> {
  if (textAt(block, 'OwnershipControls.Rules.ObjectOwnership') === 'BucketOwnerEnforced') return true;
  return flagAt(block, `${PUBLIC_BLOCK}.IgnorePublicAcls`);
}

/** Canned ACLs and grants to everybody, or to everybody with some account of AWS. Source: S3 User Guide, "Access control list (ACL) overview". */
function sharesOfAcl(block: BlockReader, acl: string, uris: string, permissions: string): Texts {
  const canned = textAt(block, acl);
  if (canned !== undefined && isUndecided(canned)) return { items: [], rest: canned.undecided };
  const grantees = textsAt(block, uris);
  const isForAll = grantees.items.some((uri) => /\/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/.test(uri));
  const granted = isForAll ? textsAt(block, permissions).items : [];
  const reads = /^(?:public-read|PublicRead|public-read-write|PublicReadWrite|authenticated-read|AuthenticatedRead)$/.test(canned ?? '');
  const writes = /^(?:public-read-write|PublicReadWrite)$/.test(canned ?? '');
  const items = [
    ...(reads || (isForAll && granted.some((each) => ['READ', 'FULL_CONTROL'].includes(each))) ? ['*'] : []),
    ...(writes || (isForAll && granted.some((each) => ['WRITE', 'FULL_CONTROL', 'WRITE_ACP'].includes(each))) ? ['*:write'] : []),
  ];
  return { items, rest: grantees.rest };
}

const databases: readonly EntityReader<DataStore | StoreSetting>[] = [
  storeReader({
    types: 'aws_dynamodb_table AWS::DynamoDB::Table AWS::DynamoDB::GlobalTable',
    kind: 'aws.dynamodb.table',
    name: 'name TableName',
    access: awsActions.table,
    key: 'server_side_encryption.kms_key_arn SSESpecification.KMSMasterKeyId',
    encrypted: () => true,
    copiesTo: 'replica.region_name Replicas.Region stream_arn KinesisStreamSpecification.StreamArn',
  }),
  storeSettingReader('aws_dynamodb_table_item', ['aws.dynamodb.', 'table_name'], (block, context) => {
    const credentials = leaksAt(block, 'item', { where: 'item', context });
    return credentials.length > 0 ? { credentials } : null;
  }),
  storeSettingReader('aws_dynamodb_kinesis_streaming_destination', ['aws.dynamodb.', 'table_name'], (block) => ({
    copiesTo: textsAt(block, 'stream_arn'),
  })),
  storeReader({
    types: 'aws_db_instance AWS::RDS::DBInstance',
    kind: 'aws.rds.instance',
    managedPassword: 'manage_master_user_password ManageMasterUserPassword',
    name: 'identifier DBInstanceIdentifier',
    access: awsActions.database,
    key: 'kms_key_id KmsKeyId',
    encrypted: (block) => flagAt(block, 'storage_encrypted StorageEncrypted') ?? false,
    logged: 'enabled_cloudwatch_logs_exports EnableCloudwatchLogsExports',
    copyOf: 'snapshot_identifier DBSnapshotIdentifier replicate_source_db SourceDBInstanceIdentifier DBClusterIdentifier',
    // Instances of a cluster hold nothing of their own.
    when: (block) => textAt(block, 'DBClusterIdentifier') === undefined,
  }),
  storeReader({
    types: 'aws_rds_cluster AWS::RDS::DBCluster',
    kind: 'aws.rds.cluster',
    managedPassword: 'manage_master_user_password ManageMasterUserPassword',
    name: 'cluster_identifier DBClusterIdentifier',
    access: awsActions.cluster,
    key: 'kms_key_id KmsKeyId',
    encrypted: (block) => flagAt(block, 'storage_encrypted StorageEncrypted') ?? false,
    logged: 'enabled_cloudwatch_logs_exports EnableCloudwatchLogsExports',
    copyOf: 'snapshot_identifier SnapshotIdentifier replication_source_identifier ReplicationSourceIdentifier',
  }),
  storeReader({
    types: 'aws_docdb_cluster AWS::DocDB::DBCluster',
    kind: 'aws.documentdb.cluster',
    managedPassword: 'manage_master_user_password ManageMasterUserPassword',
    name: 'cluster_identifier DBClusterIdentifier',
    access: awsActions.cluster,
    key: 'kms_key_id KmsKeyId',
    encrypted: (block) => flagAt(block, 'storage_encrypted StorageEncrypted') ?? false,
    logged: 'enabled_cloudwatch_logs_exports EnableCloudwatchLogsExports',
    copyOf: 'snapshot_identifier SnapshotIdentifier',
  }),
  storeReader({
    types: 'aws_neptune_cluster AWS::Neptune::DBCluster',
    kind: 'aws.neptune.cluster',
    name: 'cluster_identifier DBClusterIdentifier',
    access: awsActions.cluster,
    key: 'kms_key_arn KmsKeyId',
    encrypted: (block) => flagAt(block, 'storage_encrypted StorageEncrypted') ?? false,
    logged: 'enable_cloudwatch_logs_exports EnableCloudwatchLogsExports',
    copyOf: 'snapshot_identifier SnapshotIdentifier',
  }),
  storeReader({
    types: 'aws_db_snapshot aws_db_snapshot_copy AWS::RDS::DBSnapshot',
    kind: 'aws.rds.snapshot',
    name: 'db_snapshot_identifier target_db_snapshot_identifier',
    access: awsActions.databaseSnapshot,
    key: 'kms_key_id',
    encrypted: 'encrypted storage_encrypted',
    copyOf: 'db_instance_identifier source_db_snapshot_identifier',
    shares: sharesOfSnapshot,
  }),
  storeReader({
    types: 'aws_db_cluster_snapshot aws_rds_cluster_snapshot_copy',
    kind: 'aws.rds.cluster-snapshot',
    name: 'db_cluster_snapshot_identifier target_db_cluster_snapshot_identifier',
    access: awsActions.clusterSnapshot,
    key: 'kms_key_id',
    encrypted: 'storage_encrypted',
    copyOf: 'db_cluster_identifier source_db_cluster_snapshot_identifier',
    shares: sharesOfSnapshot,
  }),
  storeReader({
    types: 'aws_redshift_cluster AWS::Redshift::Cluster',
    kind: 'aws.redshift.cluster',
    managedPassword: 'manage_master_password ManageMasterPassword',
    name: 'cluster_identifier ClusterIdentifier',
    access: awsActions.redshift,
    key: 'kms_key_id KmsKeyId',
    encrypted: 'encrypted Encrypted',
    logged: 'logging LoggingProperties',
    copiesTo: 'snapshot_copy.destination_region DestinationRegion logging.bucket_name LoggingProperties.BucketName',
    copyOf: 'snapshot_identifier SnapshotIdentifier',
  }),
  storeReader({
    types: 'aws_redshiftserverless_namespace AWS::RedshiftServerless::Namespace',
    kind: 'aws.redshift.namespace',
    managedPassword: 'manage_admin_password ManageAdminPassword',
    name: 'namespace_name NamespaceName',
    access: awsActions.redshiftServerless,
    key: 'kms_key_id KmsKeyId',
    encrypted: () => true,
    logged: 'log_exports LogExports',
  }),
  storeReader({
    types: 'aws_opensearch_domain aws_elasticsearch_domain AWS::OpenSearchService::Domain AWS::Elasticsearch::Domain',
    kind: 'aws.opensearch.domain',
    name: 'domain_name DomainName',
    access: awsActions.search,
    key: 'encrypt_at_rest.kms_key_id EncryptionAtRestOptions.KmsKeyId',
    encrypted: (block) => flagAt(block, 'encrypt_at_rest.enabled EncryptionAtRestOptions.Enabled') ?? false,
    logged: 'log_publishing_options LogPublishingOptions',
  }),
  storeReader({
    types: 'aws_opensearchserverless_collection AWS::OpenSearchServerless::Collection',
    kind: 'aws.opensearch.collection',
    name: 'name Name',
    access: awsActions.searchServerless,
    encrypted: () => true,
  }),
  storeReader({
    types:
      'aws_elasticache_cluster aws_elasticache_replication_group aws_elasticache_serverless_cache AWS::ElastiCache::CacheCluster AWS::ElastiCache::ReplicationGroup AWS::ElastiCache::ServerlessCache',
    kind: 'aws.elasticache.cluster',
    name: 'cluster_id replication_group_id name ClusterName ReplicationGroupId ServerlessCacheName',
    access: awsActions.cache,
    key: 'kms_key_id KmsKeyId',
    encrypted: (block) => flagAt(block, 'at_rest_encryption_enabled AtRestEncryptionEnabled'),
  }),
  storeReader({
    types: 'aws_memorydb_cluster AWS::MemoryDB::Cluster',
    kind: 'aws.memorydb.cluster',
    name: 'name ClusterName',
    access: awsActions.memorydb,
    key: 'kms_key_arn KmsKeyId',
    encrypted: () => true,
  }),
  storeReader({
    types: 'aws_timestreamwrite_database AWS::Timestream::Database',
    kind: 'aws.timestream.database',
    name: 'database_name DatabaseName',
    access: awsActions.timestream,
    key: 'kms_key_id KmsKeyId',
    encrypted: () => true,
  }),
  storeReader({
    types: 'aws_keyspaces_table AWS::Cassandra::Table',
    kind: 'aws.keyspaces.table',
    name: 'table_name TableName',
    access: awsActions.keyspace,
    key: 'encryption_specification.kms_key_identifier EncryptionSpecification.KmsKeyIdentifier',
    encrypted: () => true,
  }),
  storeReader({
    types: 'aws_qldb_ledger AWS::QLDB::Ledger',
    kind: 'aws.qldb.ledger',
    name: 'name Name',
    access: awsActions.ledger,
    key: 'kms_key KmsKey',
    encrypted: () => true,
  }),
];

/** `all` among the accounts is everybody. */
function sharesOfSnapshot(block: BlockReader): Texts {
  return mapTexts(textsAt(block, 'shared_accounts SharedAccounts'), (account) => (account === 'all' ? '*' : account));
}

const everybody: Texts = { items: ['*'], rest: null };

function sharesOfImage(block: BlockReader): Texts {
  const group = textAt(block, 'group account_id');
  return union([
    group === 'all' ? everybody : NO_TEXTS,
    mapTexts(textsAt(block, 'account_id organization_arn organizational_unit_arn'), (each) => (each === 'all' ? '*' : each)),
  ]);
}

const disks: readonly EntityReader<DataStore | StoreSetting>[] = [
  storeReader({
    types: 'aws_ebs_volume AWS::EC2::Volume',
    kind: 'aws.ebs.volume',
    name: 'tags.Name',
    access: awsActions.volume,
    key: 'kms_key_id KmsKeyId',
    encrypted: (block) => flagAt(block, 'encrypted Encrypted') ?? false,
    copyOf: 'snapshot_id SnapshotId',
  }),
  storeReader({
    types: 'aws_ebs_snapshot aws_ebs_snapshot_copy aws_ebs_snapshot_import',
    kind: 'aws.ebs.snapshot',
    access: awsActions.snapshot,
    key: 'kms_key_id',
    encrypted: 'encrypted',
    copyOf: 'volume_id source_snapshot_id',
  }),
  storeSettingReader('aws_snapshot_create_volume_permission', ['aws.ebs.', 'snapshot_id'], (block) => ({
    sharedWith: sharesOfImage(block),
  })),
  storeReader({
    types: 'aws_ami aws_ami_copy aws_ami_from_instance',
    kind: 'aws.ec2.image',
    name: 'name',
    access: awsActions.image,
    encrypted: 'encrypted ebs_block_device.encrypted',
    copyOf: 'source_ami_id source_instance_id ebs_block_device.snapshot_id',
  }),
  storeSettingReader('aws_ami_launch_permission', ['aws.ec2.image', 'image_id'], (block) => ({ sharedWith: sharesOfImage(block) })),
  storeReader({
    types: 'aws_efs_file_system AWS::EFS::FileSystem',
    kind: 'aws.efs.file-system',
    name: 'creation_token tags.Name',
    access: awsActions.fileSystem,
    key: 'kms_key_id KmsKeyId',
    encrypted: (block) => flagAt(block, 'encrypted Encrypted') ?? false,
    copiesTo: 'ReplicationConfiguration.Destinations.FileSystemId ReplicationConfiguration.Destinations.Region',
  }),
  storeSettingReader('aws_efs_replication_configuration', ['aws.efs.', 'source_file_system_id'], (block) => ({
    copiesTo: textsAt(block, 'destination.file_system_id destination.region'),
  })),
  storeReader({
    types:
      'aws_fsx_lustre_file_system aws_fsx_windows_file_system aws_fsx_ontap_file_system aws_fsx_openzfs_file_system AWS::FSx::FileSystem',
    kind: 'aws.fsx.file-system',
    name: 'tags.Name',
    access: awsActions.fsx,
    key: 'kms_key_id KmsKeyId',
    encrypted: () => true,
    copyOf: 'backup_id BackupId',
    copiesTo: 'export_path LustreConfiguration.ExportPath',
  }),
];

export const awsStorageReaders: readonly EntityReader<DataStore | StoreSetting>[] = [...buckets, ...databases, ...disks];
