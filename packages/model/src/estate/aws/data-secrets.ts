/** Secrets, keys, messages, registries, backups, logs, catalogues. Sources: hashicorp/aws and CloudFormation documentation, read 2026-11-22. */
import type { EntityReader } from '../entity.ts';
import { leaksAt } from '../leaks.ts';
import { flagAt, isWritten, textAt, textsAt } from '../reading.ts';
import { isUndecided } from '../undecided.ts';
import type { DataStore, StoreSetting } from '../workload.ts';
import { storeReader, storeSettingReader } from '../store-reader.ts';
import { awsActions } from './data-actions.ts';

const secrets: readonly EntityReader<DataStore | StoreSetting>[] = [
  storeReader({
    types: 'aws_secretsmanager_secret data.aws_secretsmanager_secret AWS::SecretsManager::Secret',
    kind: 'aws.secretsmanager.secret',
    name: 'name Name',
    access: awsActions.secret,
    key: 'kms_key_id KmsKeyId',
    encrypted: () => true,
    copiesTo: 'replica.region ReplicaRegions.Region',
    content: ['SecretString', 'secret'],
  }),
  storeSettingReader('aws_secretsmanager_secret_version', ['aws.secretsmanager.', 'secret_id'], (block, context) => {
    const credentials = leaksAt(block, 'secret_string secret_binary', { where: 'secret', context });
    return credentials.length > 0 ? { credentials } : null;
  }),
  storeReader({
    types: 'aws_ssm_parameter data.aws_ssm_parameter AWS::SSM::Parameter',
    kind: 'aws.ssm.secure-parameter',
    name: 'name Name',
    access: awsActions.parameter,
    key: 'key_id KeyId',
    encrypted: () => true,
    content: ['value', 'secret'],
    when: (block) => textAt(block, 'type Type') === 'SecureString',
  }),
  storeReader({
    types: 'aws_ssm_parameter AWS::SSM::Parameter',
    kind: 'aws.ssm.parameter',
    name: 'name Name',
    access: awsActions.parameter,
    encrypted: (block) => {
      const type = textAt(block, 'type Type');
      return isUndecided(type) ? type : false;
    },
    content: ['value insecure_value Value', 'parameter'],
    when: (block) => textAt(block, 'type Type') !== 'SecureString',
  }),
  storeReader({
    types: 'aws_kms_key aws_kms_replica_key aws_kms_external_key data.aws_kms_key AWS::KMS::Key AWS::KMS::ReplicaKey',
    kind: 'aws.kms.key',
    name: 'description Description',
    access: awsActions.key,
    copyOf: 'primary_key_arn PrimaryKeyArn',
  }),
  storeReader({
    types: 'aws_cognito_user_pool AWS::Cognito::UserPool',
    kind: 'aws.cognito.user-pool',
    name: 'name UserPoolName',
    access: awsActions.userPool,
  }),
];

const code: readonly EntityReader<DataStore | StoreSetting>[] = [
  storeReader({
    types: 'aws_ecr_repository AWS::ECR::Repository',
    kind: 'aws.ecr.repository',
    name: 'name RepositoryName',
    access: awsActions.repository,
    key: 'encryption_configuration.kms_key EncryptionConfiguration.KmsKey',
    encrypted: () => true,
  }),
  storeReader({
    types: 'aws_ecrpublic_repository AWS::ECR::PublicRepository',
    kind: 'aws.ecr.public-repository',
    name: 'repository_name RepositoryName',
    access: awsActions.publicRepository,
  }),
  storeReader({
    types: 'aws_codecommit_repository AWS::CodeCommit::Repository',
    kind: 'aws.codecommit.repository',
    name: 'repository_name RepositoryName',
    access: awsActions.codeRepository,
    key: 'kms_key_id KmsKeyId',
    encrypted: () => true,
  }),
  storeReader({
    types: 'aws_codeartifact_repository AWS::CodeArtifact::Repository',
    kind: 'aws.codeartifact.repository',
    name: 'repository RepositoryName',
    access: awsActions.packages,
  }),
];

const messages: readonly EntityReader<DataStore | StoreSetting>[] = [
  storeReader({
    types: 'aws_sqs_queue AWS::SQS::Queue',
    kind: 'aws.sqs.queue',
    name: 'name QueueName',
    access: awsActions.queue,
    key: 'kms_master_key_id KmsMasterKeyId',
    encrypted: (block) => flagAt(block, 'sqs_managed_sse_enabled SqsManagedSseEnabled') ?? true,
    copiesTo: 'RedrivePolicy.deadLetterTargetArn redrive_policy.deadLetterTargetArn',
  }),
  storeReader({
    types: 'aws_sns_topic AWS::SNS::Topic',
    kind: 'aws.sns.topic',
    name: 'name TopicName',
    access: awsActions.topic,
    key: 'kms_master_key_id KmsMasterKeyId',
    encrypted: (block) => isWritten(block, 'kms_master_key_id KmsMasterKeyId'),
    copiesTo: 'Subscription.Endpoint',
  }),
  storeSettingReader('aws_sns_topic_subscription AWS::SNS::Subscription', ['aws.sns.', 'topic_arn TopicArn'], (block) => ({
    copiesTo: textsAt(block, 'endpoint Endpoint'),
  })),
  storeReader({
    types: 'aws_kinesis_stream AWS::Kinesis::Stream',
    kind: 'aws.kinesis.stream',
    name: 'name Name',
    access: awsActions.stream,
    key: 'kms_key_id StreamEncryption.KeyId',
    encrypted: (block) => {
      const type = textAt(block, 'encryption_type StreamEncryption.EncryptionType');
      return type === undefined || typeof type === 'string' ? type === 'KMS' : type;
    },
  }),
  storeReader({
    types: 'aws_kinesis_firehose_delivery_stream AWS::KinesisFirehose::DeliveryStream',
    kind: 'aws.firehose.stream',
    name: 'name DeliveryStreamName',
    access: awsActions.firehose,
    key: 'server_side_encryption.key_arn DeliveryStreamEncryptionConfigurationInput.KeyARN',
    copiesTo: [
      'extended_s3_configuration.bucket_arn s3_configuration.bucket_arn redshift_configuration.cluster_jdbcurl http_endpoint_configuration.url',
      'opensearch_configuration.domain_arn elasticsearch_configuration.domain_arn splunk_configuration.hec_endpoint',
      'ExtendedS3DestinationConfiguration.BucketARN S3DestinationConfiguration.BucketARN RedshiftDestinationConfiguration.ClusterJDBCURL',
      'HttpEndpointDestinationConfiguration.EndpointConfiguration.Url AmazonopensearchserviceDestinationConfiguration.DomainARN',
      'ElasticsearchDestinationConfiguration.DomainARN SplunkDestinationConfiguration.HECEndpoint',
    ].join(' '),
  }),
  storeReader({
    types: 'aws_msk_cluster aws_msk_serverless_cluster AWS::MSK::Cluster AWS::MSK::ServerlessCluster',
    kind: 'aws.msk.cluster',
    name: 'cluster_name ClusterName',
    access: awsActions.msk,
    key: 'encryption_info.encryption_at_rest_kms_key_arn EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId',
    encrypted: () => true,
  }),
  storeReader({
    types: 'aws_mq_broker AWS::AmazonMQ::Broker',
    kind: 'aws.mq.broker',
    name: 'broker_name BrokerName',
    access: awsActions.broker,
    key: 'encryption_options.kms_key_id EncryptionOptions.KmsKeyId',
    encrypted: () => true,
    logged: (block) => flagAt(block, 'logs.general Logs.General'),
  }),
];

const records: readonly EntityReader<DataStore | StoreSetting>[] = [
  storeReader({
    types: 'aws_backup_vault AWS::Backup::BackupVault',
    kind: 'aws.backup.vault',
    name: 'name BackupVaultName',
    access: awsActions.backupVault,
    key: 'kms_key_arn EncryptionKeyArn',
    encrypted: () => true,
  }),
  storeReader({
    types: 'aws_cloudwatch_log_group AWS::Logs::LogGroup',
    kind: 'aws.logs.group',
    name: 'name LogGroupName',
    access: awsActions.logGroup,
    key: 'kms_key_id KmsKeyId',
    encrypted: () => true,
  }),
  storeSettingReader(
    'aws_cloudwatch_log_subscription_filter AWS::Logs::SubscriptionFilter',
    ['aws.logs.', 'log_group_name LogGroupName'],
    (block) => ({
      copiesTo: textsAt(block, 'destination_arn DestinationArn'),
    }),
  ),
  storeReader({
    types: 'aws_cloudtrail_event_data_store AWS::CloudTrail::EventDataStore',
    kind: 'aws.cloudtrail.store',
    name: 'name Name',
    access: awsActions.trailStore,
    key: 'kms_key_id KmsKeyId',
    encrypted: () => true,
  }),
  storeReader({
    types: 'aws_glue_catalog_database AWS::Glue::Database',
    kind: 'aws.glue.database',
    name: 'name DatabaseInput.Name',
    access: awsActions.catalog,
    copyOf: 'location_uri DatabaseInput.LocationUri',
  }),
  storeReader({
    types: 'aws_athena_workgroup AWS::Athena::WorkGroup',
    kind: 'aws.athena.workgroup',
    name: 'name Name',
    access: awsActions.workgroup,
    key: 'configuration.result_configuration.encryption_configuration.kms_key_arn WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.KmsKey',
    copiesTo: 'configuration.result_configuration.output_location WorkGroupConfiguration.ResultConfiguration.OutputLocation',
  }),
];

export const awsSecretReaders: readonly EntityReader<DataStore | StoreSetting>[] = [...secrets, ...code, ...messages, ...records];
