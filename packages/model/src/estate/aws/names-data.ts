/** Names of what stores, queues and moves data. Sources: see names.ts. */
import type { NameRow } from './name-row.ts';
import { global, regional, row } from './name-row.ts';

const queueUrl = 'https://sqs.{region}.amazonaws.com/{account}/{name}';
const stream = '/stream/{self}';

export const dataNames: readonly NameRow[] = [
  row('aws_s3_bucket AWS::S3::Bucket', {
    name: 'bucket BucketName',
    arn: 'arn:{partition}:s3:::{name}',
    id: '{name}',
    more: { bucket: '{name}' },
  }),
  row('aws_s3_directory_bucket AWS::S3Express::DirectoryBucket', {
    name: 'bucket BucketName',
    arn: regional('s3express', 'bucket/{name}'),
    id: '{name}',
    more: { bucket: '{name}' },
  }),
  row('aws_s3_access_point AWS::S3::AccessPoint', {
    name: 'name Name',
    arn: regional('s3', 'accesspoint/{name}'),
    id: regional('s3', 'accesspoint/{name}'),
    ref: '{name}',
  }),
  row('aws_s3control_object_lambda_access_point AWS::S3ObjectLambda::AccessPoint', {
    name: 'name Name',
    arn: regional('s3-object-lambda', 'accesspoint/{name}'),
    ref: '{name}',
  }),
  row('aws_s3control_multi_region_access_point AWS::S3::MultiRegionAccessPoint', { arn: global('s3', 'accesspoint/{self}') }),
  row('aws_s3tables_table_bucket AWS::S3Tables::TableBucket', {
    name: 'name TableBucketName',
    arn: regional('s3tables', 'bucket/{name}'),
    ref: regional('s3tables', 'bucket/{name}'),
    more: { TableBucketARN: regional('s3tables', 'bucket/{name}') },
  }),
  row('aws_dynamodb_table AWS::DynamoDB::Table AWS::DynamoDB::GlobalTable', {
    name: 'name TableName',
    arn: regional('dynamodb', 'table/{name}'),
    id: '{name}',
    more: {
      stream_arn: regional('dynamodb', `table/{name}${stream}`),
      StreamArn: regional('dynamodb', `table/{name}${stream}`),
    },
  }),
  row('aws_sqs_queue AWS::SQS::Queue', {
    name: 'name QueueName',
    arn: regional('sqs', '{name}'),
    id: queueUrl,
    more: { url: queueUrl, QueueUrl: queueUrl, QueueName: '{name}' },
  }),
  row('aws_sns_topic AWS::SNS::Topic', {
    name: 'name TopicName',
    arn: regional('sns', '{name}'),
    id: regional('sns', '{name}'),
    more: { TopicArn: regional('sns', '{name}'), TopicName: '{name}' },
  }),
  row('aws_kinesis_stream AWS::Kinesis::Stream', {
    name: 'name Name',
    arn: regional('kinesis', 'stream/{name}'),
    id: regional('kinesis', 'stream/{name}'),
    ref: '{name}',
  }),
  row('aws_kinesis_firehose_delivery_stream AWS::KinesisFirehose::DeliveryStream', {
    name: 'name DeliveryStreamName',
    arn: regional('firehose', 'deliverystream/{name}'),
    id: regional('firehose', 'deliverystream/{name}'),
    ref: '{name}',
  }),
  row('aws_kinesis_video_stream AWS::KinesisVideo::Stream', { name: 'name Name', arn: regional('kinesisvideo', 'stream/{name}/~') }),
  row('aws_kinesisanalyticsv2_application aws_kinesis_analytics_application AWS::KinesisAnalyticsV2::Application', {
    name: 'name ApplicationName',
    arn: regional('kinesisanalytics', 'application/{name}'),
    id: regional('kinesisanalytics', 'application/{name}'),
    ref: '{name}',
  }),
  row('aws_cloudwatch_log_group AWS::Logs::LogGroup', {
    name: 'name LogGroupName',
    arn: regional('logs', 'log-group:{name}'),
    id: '{name}',
  }),
  row('aws_cloudwatch_log_destination AWS::Logs::Destination', {
    name: 'name DestinationName',
    arn: regional('logs', 'destination:{name}'),
    id: '{name}',
  }),
  row('aws_db_instance AWS::RDS::DBInstance', {
    name: 'identifier DBInstanceIdentifier db_instance_identifier',
    arn: regional('rds', 'db:{name}'),
    id: '{name}',
    more: {
      identifier: '{name}',
      resource_id: '{self}.resource',
      DbiResourceId: '{self}.resource',
      DBInstanceArn: regional('rds', 'db:{name}'),
    },
  }),
  row('aws_rds_cluster AWS::RDS::DBCluster', {
    name: 'cluster_identifier DBClusterIdentifier',
    arn: regional('rds', 'cluster:{name}'),
    id: '{name}',
    more: {
      cluster_identifier: '{name}',
      cluster_resource_id: '{self}.resource',
      DBClusterResourceId: '{self}.resource',
      DBClusterArn: regional('rds', 'cluster:{name}'),
    },
  }),
  row('aws_rds_cluster_instance', {
    name: 'identifier',
    arn: regional('rds', 'db:{name}'),
    id: '{name}',
    more: { identifier: '{name}', dbi_resource_id: '{self}.resource' },
  }),
  row('aws_rds_global_cluster AWS::RDS::GlobalCluster', {
    name: 'global_cluster_identifier GlobalClusterIdentifier',
    arn: global('rds', 'global-cluster:{name}'),
    id: '{name}',
  }),
  row('aws_db_proxy AWS::RDS::DBProxy', {
    name: 'name DBProxyName',
    arn: regional('rds', 'db-proxy:{self}'),
    id: '{name}',
    more: { DBProxyArn: regional('rds', 'db-proxy:{self}') },
  }),
  row('aws_db_snapshot AWS::RDS::DBSnapshot', {
    name: 'db_snapshot_identifier',
    arn: regional('rds', 'snapshot:{name}'),
    id: '{name}',
    more: { db_snapshot_arn: regional('rds', 'snapshot:{name}') },
  }),
  row('aws_db_subnet_group AWS::RDS::DBSubnetGroup', {
    name: 'name DBSubnetGroupName',
    arn: regional('rds', 'subgrp:{name}'),
    id: '{name}',
  }),
  row('aws_docdb_cluster AWS::DocDB::DBCluster aws_neptune_cluster AWS::Neptune::DBCluster', {
    name: 'cluster_identifier DBClusterIdentifier',
    arn: regional('rds', 'cluster:{name}'),
    id: '{name}',
    more: { cluster_identifier: '{name}', cluster_resource_id: '{self}.resource', ClusterResourceId: '{self}.resource' },
  }),
  row('aws_docdb_cluster_instance AWS::DocDB::DBInstance aws_neptune_cluster_instance AWS::Neptune::DBInstance', {
    name: 'identifier DBInstanceIdentifier',
    arn: regional('rds', 'db:{name}'),
    id: '{name}',
  }),
  row('aws_redshift_cluster AWS::Redshift::Cluster', {
    name: 'cluster_identifier ClusterIdentifier',
    arn: regional('redshift', 'cluster:{name}'),
    id: '{name}',
    more: { cluster_identifier: '{name}' },
  }),
  row('aws_redshiftserverless_namespace AWS::RedshiftServerless::Namespace', {
    name: 'namespace_name NamespaceName',
    arn: regional('redshift-serverless', 'namespace/{self}'),
    id: '{name}',
  }),
  row('aws_redshiftserverless_workgroup AWS::RedshiftServerless::Workgroup', {
    name: 'workgroup_name WorkgroupName',
    arn: regional('redshift-serverless', 'workgroup/{self}'),
    id: '{name}',
  }),
  row('aws_elasticache_cluster AWS::ElastiCache::CacheCluster', {
    name: 'cluster_id ClusterName',
    arn: regional('elasticache', 'cluster:{name}'),
    id: '{name}',
    more: { cluster_id: '{name}' },
  }),
  row('aws_elasticache_replication_group AWS::ElastiCache::ReplicationGroup', {
    name: 'replication_group_id ReplicationGroupId',
    arn: regional('elasticache', 'replicationgroup:{name}'),
    id: '{name}',
    more: { replication_group_id: '{name}' },
  }),
  row('aws_elasticache_serverless_cache AWS::ElastiCache::ServerlessCache', {
    name: 'name ServerlessCacheName',
    arn: regional('elasticache', 'serverlesscache:{name}'),
    id: '{name}',
  }),
  row('aws_memorydb_cluster AWS::MemoryDB::Cluster', {
    name: 'name ClusterName',
    arn: regional('memorydb', 'cluster/{name}'),
    id: '{name}',
  }),
  row('aws_dax_cluster AWS::DAX::Cluster', { name: 'cluster_name ClusterName', arn: regional('dax', 'cache/{name}'), id: '{name}' }),
  row('aws_opensearch_domain aws_elasticsearch_domain AWS::OpenSearchService::Domain AWS::Elasticsearch::Domain', {
    name: 'domain_name DomainName',
    arn: regional('es', 'domain/{name}'),
    id: regional('es', 'domain/{name}'),
    ref: '{name}',
    more: { domain_name: '{name}', DomainArn: regional('es', 'domain/{name}') },
  }),
  row('aws_opensearchserverless_collection AWS::OpenSearchServerless::Collection', {
    name: 'name Name',
    arn: regional('aoss', 'collection/{self}'),
  }),
  row('aws_efs_file_system AWS::EFS::FileSystem', {
    arn: regional('elasticfilesystem', 'file-system/{self}'),
    more: { FileSystemId: '{self}' },
  }),
  row('aws_efs_access_point AWS::EFS::AccessPoint', {
    arn: regional('elasticfilesystem', 'access-point/{self}'),
    more: { AccessPointId: '{self}' },
  }),
  row('aws_fsx_lustre_file_system aws_fsx_windows_file_system aws_fsx_ontap_file_system aws_fsx_openzfs_file_system AWS::FSx::FileSystem', {
    arn: regional('fsx', 'file-system/{self}'),
  }),
  row('aws_ebs_volume AWS::EC2::Volume', { arn: regional('ec2', 'volume/{self}'), more: { VolumeId: '{self}' } }),
  row('aws_ebs_snapshot aws_ebs_snapshot_copy', { arn: 'arn:{partition}:ec2:{region}::snapshot/{self}' }),
  row('aws_ami aws_ami_copy aws_ami_from_instance', { arn: 'arn:{partition}:ec2:{region}::image/{self}', more: { image_id: '{self}' } }),
  row('aws_backup_vault AWS::Backup::BackupVault', {
    name: 'name BackupVaultName',
    arn: regional('backup', 'backup-vault:{name}'),
    id: '{name}',
    more: { BackupVaultArn: regional('backup', 'backup-vault:{name}') },
  }),
  row('aws_backup_plan AWS::Backup::BackupPlan', {
    arn: regional('backup', 'backup-plan:{self}'),
    more: { BackupPlanArn: regional('backup', 'backup-plan:{self}') },
  }),
  row('aws_glacier_vault', { name: 'name', arn: regional('glacier', 'vaults/{name}'), id: '{name}' }),
  row('aws_glue_catalog_database AWS::Glue::Database', {
    name: 'name DatabaseInput.Name',
    arn: regional('glue', 'database/{name}'),
    id: '{account}:{name}',
    ref: '{name}',
  }),
  row('aws_glue_catalog_table AWS::Glue::Table', {
    name: 'name',
    arn: regional('glue', 'table/{=database_name,DatabaseName|~}/{name}'),
    ref: '{name}',
  }),
  row('aws_glue_job AWS::Glue::Job', { name: 'name Name', arn: regional('glue', 'job/{name}'), id: '{name}' }),
  row('aws_glue_crawler AWS::Glue::Crawler', { name: 'name Name', arn: regional('glue', 'crawler/{name}'), id: '{name}' }),
  row('aws_glue_dev_endpoint AWS::Glue::DevEndpoint', {
    name: 'name EndpointName',
    arn: regional('glue', 'devEndpoint/{name}'),
    id: '{name}',
  }),
  row('aws_glue_connection AWS::Glue::Connection', { name: 'name', arn: regional('glue', 'connection/{name}'), ref: '{name}' }),
  row('aws_athena_workgroup AWS::Athena::WorkGroup', { name: 'name Name', arn: regional('athena', 'workgroup/{name}'), id: '{name}' }),
  row('aws_msk_cluster aws_msk_serverless_cluster AWS::MSK::Cluster AWS::MSK::ServerlessCluster', {
    name: 'cluster_name ClusterName',
    arn: regional('kafka', 'cluster/{name}/{self}'),
    id: regional('kafka', 'cluster/{name}/{self}'),
  }),
  row('aws_mq_broker AWS::AmazonMQ::Broker', { name: 'broker_name BrokerName', arn: regional('mq', 'broker:{name}:{self}') }),
  row('aws_dms_replication_instance AWS::DMS::ReplicationInstance', {
    name: 'replication_instance_id ReplicationInstanceIdentifier',
    arn: regional('dms', 'rep:{self}'),
    more: { replication_instance_arn: regional('dms', 'rep:{self}') },
  }),
  row('aws_transfer_server AWS::Transfer::Server', { arn: regional('transfer', 'server/{self}'), more: { ServerId: '{self}' } }),
  row('aws_datasync_task AWS::DataSync::Task', { arn: regional('datasync', 'task/{self}') }),
  row('aws_keyspaces_table AWS::Cassandra::Table', {
    name: 'table_name TableName',
    arn: regional('cassandra', '/keyspace/{=keyspace_name,KeyspaceName|~}/table/{name}'),
  }),
  row('aws_timestreamwrite_database AWS::Timestream::Database', {
    name: 'database_name DatabaseName',
    arn: regional('timestream', 'database/{name}'),
    id: '{name}',
  }),
  row('aws_qldb_ledger AWS::QLDB::Ledger', { name: 'name Name', arn: regional('qldb', 'ledger/{name}'), id: '{name}' }),
  row('aws_media_store_container AWS::MediaStore::Container', {
    name: 'name ContainerName',
    arn: regional('mediastore', 'container/{name}'),
    id: '{name}',
  }),
  row('aws_ses_domain_identity', { name: 'domain', arn: regional('ses', 'identity/{name}'), id: '{name}', more: { domain: '{name}' } }),
  row('aws_ses_email_identity', { name: 'email', arn: regional('ses', 'identity/{name}'), id: '{name}', more: { email: '{name}' } }),
  row('aws_sesv2_email_identity AWS::SES::EmailIdentity', {
    name: 'email_identity EmailIdentity',
    arn: regional('ses', 'identity/{name}'),
    id: '{name}',
    more: { email_identity: '{name}' },
  }),
  row('aws_codeartifact_domain AWS::CodeArtifact::Domain', {
    name: 'domain DomainName',
    arn: regional('codeartifact', 'domain/{name}'),
    id: regional('codeartifact', 'domain/{name}'),
    more: { domain: '{name}' },
  }),
  row('aws_codeartifact_repository AWS::CodeArtifact::Repository', {
    name: 'repository RepositoryName',
    arn: regional('codeartifact', 'repository/{=domain,DomainName|~}/{name}'),
    more: { repository: '{name}' },
  }),
  row('aws_lakeformation_resource AWS::LakeFormation::Resource', {}),
];
