import { ACMClient, RequestCertificateCommand } from '@aws-sdk/client-acm';
import { BackupClient, CreateBackupPlanCommand, CreateBackupVaultCommand } from '@aws-sdk/client-backup';
import { CloudTrailClient, CreateTrailCommand, PutEventSelectorsCommand, StartLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  PutMetricFilterCommand,
  PutResourcePolicyCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  ConfigServiceClient,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  StartConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { EventBridgeClient, PutPermissionCommand } from '@aws-sdk/client-eventbridge';
import { CreateDetectorCommand, GuardDutyClient } from '@aws-sdk/client-guardduty';
import {
  CreateAliasCommand,
  CreateKeyCommand,
  EnableKeyRotationCommand,
  KMSClient,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { CreateOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateSecretCommand,
  PutResourcePolicyCommand as PutSecretPolicyCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { EnableSecurityHubCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import { CreateDocumentCommand, ModifyDocumentPermissionCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { Connection, Expectation } from './estate.ts';

const ACCOUNT = '123456789012';
const everybody = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const text = (...Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement });

/** What ends in `good`, and the trail `all`, are as they should be. */
export async function build(connection: Connection): Promise<void> {
  const key = await keys(connection);
  await secrets(connection, key);
  await trails(connection, key);
  await logs(connection, key);
  await detective(connection);
  await backups(connection, key);
  const acm = new ACMClient(connection);
  for (const DomainName of ['shop.example.com', '*.example.com'])
    await acm.send(new RequestCertificateCommand({ DomainName, ValidationMethod: 'DNS' }));
  const events = new EventBridgeClient(connection);
  await events.send(
    new PutPermissionCommand({ EventBusName: 'default', Policy: text({ ...everybody, Sid: 'all', Action: 'events:PutEvents' }) }),
  );
}

async function keys(connection: Connection): Promise<string> {
  const kms = new KMSClient(connection);
  const make = async (alias: string): Promise<string> => {
    const made = await kms.send(new CreateKeyCommand({}));
    const id = made.KeyMetadata?.KeyId ?? '';
    await kms.send(new CreateAliasCommand({ AliasName: `alias/${alias}`, TargetKeyId: id }));
    return id;
  };
  const good = await make('good');
  await kms.send(new EnableKeyRotationCommand({ KeyId: good }));
  const open = await make('open');
  await kms.send(new PutKeyPolicyCommand({ KeyId: open, PolicyName: 'default', Policy: text(everybody) }));
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId: await make('going'), PendingWindowInDays: 10 }));
  return good;
}

async function secrets(connection: Connection, KmsKeyId: string): Promise<void> {
  const client = new SecretsManagerClient(connection);
  const SecretString = 'example';
  await client.send(new CreateSecretCommand({ Name: 'orders-good', SecretString, KmsKeyId }));
  await client.send(new CreateSecretCommand({ Name: 'orders-open', SecretString }));
  await client.send(new PutSecretPolicyCommand({ SecretId: 'orders-open', ResourcePolicy: text(everybody) }));
  const ssm = new SSMClient(connection);
  await ssm.send(new PutParameterCommand({ Name: '/orders/good', Value: SecretString, Type: 'SecureString', KeyId: KmsKeyId }));
  await ssm.send(new PutParameterCommand({ Name: '/orders/plain', Value: SecretString, Type: 'String' }));
  const Content = JSON.stringify({ schemaVersion: '2.2', description: 'example', parameters: {}, mainSteps: [] });
  for (const Name of ['good-document', 'shared-document'])
    await ssm.send(new CreateDocumentCommand({ Name, Content, DocumentType: 'Command' }));
  await ssm.send(new ModifyDocumentPermissionCommand({ Name: 'shared-document', PermissionType: 'Share', AccountIdsToAdd: ['All'] }));
}

async function trails(connection: Connection, KmsKeyId: string): Promise<void> {
  const S3BucketName = 'trail-bucket';
  const s3 = new S3Client({ ...connection, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: S3BucketName }));
  const Principal = { Service: 'cloudtrail.amazonaws.com' };
  await s3.send(
    new PutBucketPolicyCommand({
      Bucket: S3BucketName,
      Policy: text(
        { Effect: 'Allow', Principal, Action: 's3:GetBucketAcl', Resource: `arn:aws:s3:::${S3BucketName}` },
        { Effect: 'Allow', Principal, Action: 's3:PutObject', Resource: `arn:aws:s3:::${S3BucketName}/*` },
      ),
    }),
  );
  const client = new CloudTrailClient(connection);
  await client.send(
    new CreateTrailCommand({ Name: 'all', S3BucketName, IsMultiRegionTrail: true, EnableLogFileValidation: true, KmsKeyId }),
  );
  await client.send(new StartLoggingCommand({ Name: 'all' }));
  await client.send(
    new PutEventSelectorsCommand({
      TrailName: 'all',
      EventSelectors: [
        {
          ReadWriteType: 'All',
          IncludeManagementEvents: true,
          DataResources: [
            { Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] },
            { Type: 'AWS::Lambda::Function', Values: ['arn:aws:lambda'] },
          ],
        },
      ],
    }),
  );
  await client.send(new CreateTrailCommand({ Name: 'off', S3BucketName }));
}

async function logs(connection: Connection, key: string): Promise<void> {
  const client = new CloudWatchLogsClient(connection);
  const kmsKeyId = `arn:aws:kms:${connection.region}:${ACCOUNT}:key/${key}`;
  await client.send(new CreateLogGroupCommand({ logGroupName: '/shop/good', kmsKeyId }));
  await client.send(new PutRetentionPolicyCommand({ logGroupName: '/shop/good', retentionInDays: 400 }));
  await client.send(new CreateLogGroupCommand({ logGroupName: '/shop/for-ever' }));
  await client.send(new PutResourcePolicyCommand({ policyName: 'open-logs', policyDocument: text({ ...everybody, Action: 'logs:*' }) }));
  await client.send(
    new PutMetricFilterCommand({
      logGroupName: '/shop/good',
      filterName: 'root-use',
      filterPattern: '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
      metricTransformations: [{ metricName: 'RootUse', metricNamespace: 'Audit', metricValue: '1' }],
    }),
  );
  const cloudwatch = new CloudWatchClient(connection);
  const alarm = { Namespace: 'Audit', Statistic: 'Sum', Period: 60, EvaluationPeriods: 1, Threshold: 1 } as const;
  const ComparisonOperator = 'GreaterThanOrEqualToThreshold';
  const AlarmActions = [`arn:aws:sns:${connection.region}:210987654321:security`];
  await cloudwatch.send(
    new PutMetricAlarmCommand({ ...alarm, ComparisonOperator, AlarmName: 'good-alarm', MetricName: 'RootUse', AlarmActions }),
  );
  await cloudwatch.send(
    new PutMetricAlarmCommand({ ...alarm, ComparisonOperator, AlarmName: 'silent-alarm', MetricName: 'Other', ActionsEnabled: false }),
  );
}

async function detective(connection: Connection): Promise<void> {
  const config = new ConfigServiceClient(connection);
  const roleARN = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`;
  const recordingGroup = { allSupported: true, includeGlobalResourceTypes: true };
  await config.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder: { name: 'default', roleARN, recordingGroup } }));
  await config.send(new PutDeliveryChannelCommand({ DeliveryChannel: { name: 'default', s3BucketName: 'trail-bucket' } }));
  await config.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
  await new GuardDutyClient(connection).send(
    new CreateDetectorCommand({ Enable: true, Features: [{ Name: 'S3_DATA_EVENTS', Status: 'ENABLED' }] }),
  );
  await new SecurityHubClient(connection).send(new EnableSecurityHubCommand({}));
  await new OrganizationsClient(connection).send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
}

async function backups(connection: Connection, key: string): Promise<void> {
  const client = new BackupClient(connection);
  const EncryptionKeyArn = `arn:aws:kms:${connection.region}:${ACCOUNT}:key/${key}`;
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: 'good-vault', EncryptionKeyArn }));
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: 'plain-vault' }));
  const rule = { RuleName: 'nightly', TargetBackupVaultName: 'good-vault' };
  const DestinationBackupVaultArn = `arn:aws:backup:eu-central-1:${ACCOUNT}:backup-vault:far`;
  const plans = { 'good-plan': [{ ...rule, CopyActions: [{ DestinationBackupVaultArn }] }], 'near-plan': [rule] };
  for (const [BackupPlanName, Rules] of Object.entries(plans))
    await client.send(new CreateBackupPlanCommand({ BackupPlan: { BackupPlanName, Rules } }));
}

const pair = (check: string, good: string, bad: string): readonly Expectation[] => [
  [check, good, 'pass'],
  [check, bad, 'fail'],
];

export const expected: readonly Expectation[] = [
  ...pair('aws-kms-key-rotation-enabled', 'alias/good', 'alias/open'),
  ...pair('aws-kms-key-not-public', 'alias/good', 'alias/open'),
  ...pair('aws-kms-key-deletion-not-scheduled', 'alias/good', 'alias/going'),
  ...pair('aws-kms-key-used', 'alias/good', 'alias/going'),
  ...pair('aws-secretsmanager-cmk-encryption', 'orders-good', 'orders-open'),
  ...pair('aws-secretsmanager-not-public', 'orders-good', 'orders-open'),
  ['aws-secretsmanager-rotation-enabled', 'orders-good', 'fail'],
  ['aws-secretsmanager-rotated-recently', 'orders-good', 'pass'],
  ['aws-secretsmanager-unused', 'orders-good', 'pass'],
  ...pair('aws-ssm-parameter-encrypted', '/orders/good', '/orders/plain'),
  ['aws-ssm-parameter-cmk-encryption', '/orders/good', 'pass'],
  ...pair('aws-ssm-document-not-public', 'good-document', 'shared-document'),
  ...pair('aws-cloudtrail-logging-on', 'all', 'off'),
  ...pair('aws-cloudtrail-multi-region-enabled', 'all', 'off'),
  ...pair('aws-cloudtrail-log-file-validation', 'all', 'off'),
  ...pair('aws-cloudtrail-cmk-encryption', 'all', 'off'),
  ...pair('aws-cloudtrail-s3-data-events-read', 'all', 'off'),
  ...pair('aws-cloudtrail-s3-data-events-write', 'all', 'off'),
  ...pair('aws-cloudtrail-lambda-data-events', 'all', 'off'),
  ['aws-cloudtrail-bucket-not-public', 'all', 'pass'],
  ['aws-cloudtrail-bucket-access-logging', 'all', 'fail'],
  ['aws-cloudtrail-bucket-immutable', 'all', 'fail'],
  ['aws-cloudtrail-cloudwatch-integration', 'off', 'fail'],
  ['aws-cloudtrail-insights-enabled', 'off', 'fail'],
  ['aws-cloudtrail-account-covered', ACCOUNT, 'pass'],
  ['aws-cloudtrail-delivery-healthy', 'all', 'pass'],
  ['aws-cloudtrail-delivery-healthy', 'off', 'not-applicable'],
  ...pair('aws-logs-group-retention-set', '/shop/good', '/shop/for-ever'),
  ...pair('aws-logs-group-cmk-encryption', '/shop/good', '/shop/for-ever'),
  ['aws-logs-group-not-public', 'open-logs', 'fail'],
  ...pair('aws-cloudwatch-alarm-actions-enabled', 'good-alarm', 'silent-alarm'),
  ...pair('aws-cloudwatch-alarm-has-action', 'good-alarm', 'silent-alarm'),
  ['aws-cloudwatch-alarm-root-usage', 'root-use', 'pass'],
  ['aws-cloudwatch-alarm-vpc-changes', 'root-use', 'fail'],
  ['aws-config-recorder-all-regions', 'default in us-east-1', 'pass'],
  ['aws-config-recorder-global-types', 'default in us-east-1', 'pass'],
  ['aws-config-recorder-service-linked-role', 'default in us-east-1', 'pass'],
  ['aws-config-recorder-every-region', 'us-east-1', 'pass'],
  ['aws-guardduty-every-region', 'us-east-1', 'pass'],
  ['aws-securityhub-every-region', 'us-east-1', 'pass'],
  ['aws-securityhub-enabled', ACCOUNT, 'pass'],
  ['aws-organizations-member', ACCOUNT, 'pass'],
  ...pair('aws-acm-no-wildcard', 'shop.example.com', '*.example.com'),
  ['aws-acm-certificate-expiry', 'shop.example.com', 'pass'],
  ['aws-eventbridge-bus-not-public', 'default', 'fail'],
  ...pair('aws-backup-vault-encrypted', 'good-vault', 'plain-vault'),
  ['aws-backup-vault-lock', 'plain-vault', 'fail'],
  ['aws-backup-plan-exists', 'good-vault', 'pass'],
  ...pair('aws-backup-cross-region-copy', 'good-plan', 'near-plan'),
];
