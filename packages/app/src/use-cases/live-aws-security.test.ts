/** Answers of the security, key and logging services of AWS → what checks of code say of them. */
import type { ExampleCall, JsonObject } from '@kumomori/model';
import type { LiveCase } from '../testing/index.ts';
import { everybody, here, refused, statement, testLiveCases } from '../testing/index.ts';
import { runExample } from './test-checks.ts';

const trailArn = 'arn:aws:cloudtrail:ap-northeast-1:123456789012:trail/all';

const trail = (more: JsonObject): ExampleCall =>
  here('cloudtrail:DescribeTrails', { trailList: [{ TrailARN: trailArn, Name: 'all', ...more }] });

const trailStatus = (IsLogging: boolean): ExampleCall => here('cloudtrail:GetTrailStatus', { IsLogging }, { Name: trailArn });

const selectors = (response: JsonObject): ExampleCall => here('cloudtrail:GetEventSelectors', response, { TrailName: trailArn });

const keyArn = 'arn:aws:kms:ap-northeast-1:123456789012:key/k1';

const key = (more: JsonObject): ExampleCall =>
  here(
    'kms:DescribeKey',
    { KeyMetadata: { KeyId: 'k1', Arn: keyArn, KeyManager: 'CUSTOMER', KeySpec: 'SYMMETRIC_DEFAULT', ...more } },
    { KeyId: 'k1' },
  );

const rotation = (KeyRotationEnabled: boolean): ExampleCall => here('kms:GetKeyRotationStatus', { KeyRotationEnabled }, { KeyId: 'k1' });

const keyPolicy = (Policy: string): ExampleCall => here('kms:GetKeyPolicy', { Policy }, { KeyId: 'k1', PolicyName: 'default' });

const wholeAccount = {
  Sid: 'Enable IAM User Permissions',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::123456789012:root' },
  Action: 'kms:*',
  Resource: '*',
};

const managedKey = 'arn:aws:kms:ap-northeast-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000001';

const aliases = here('kms:ListAliases', {
  Aliases: [{ AliasName: 'alias/aws/secretsmanager', TargetKeyId: '0a1b2c3d-0000-4000-8000-000000000001' }],
});

const secretArn = 'arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:orders-1';

const secret = (more: JsonObject): ExampleCall =>
  here('secretsmanager:ListSecrets', { SecretList: [{ ARN: secretArn, Name: 'orders', ...more }] });

const secretPolicy = (response: JsonObject): ExampleCall => here('secretsmanager:GetResourcePolicy', response, { SecretId: secretArn });

const parameter = (more: JsonObject): ExampleCall => here('ssm:DescribeParameters', { Parameters: [{ Name: '/orders/url', ...more }] });

const document = here('ssm:ListDocuments', { DocumentIdentifiers: [{ Name: 'patch', DocumentType: 'Command' }] });

const shares = (...AccountIds: readonly string[]): ExampleCall =>
  here('ssm:DescribeDocumentPermission', { AccountIds }, { Name: 'patch', PermissionType: 'Share' });

const certificate = (more: JsonObject): ExampleCall =>
  here('acm:ListCertificates', { CertificateSummaryList: [{ CertificateArn: 'arn:c1', DomainName: 'shop.example.com', ...more }] });

const certificateOptions = (CertificateTransparencyLoggingPreference: string): ExampleCall =>
  here('acm:DescribeCertificate', { Certificate: { Options: { CertificateTransparencyLoggingPreference } } }, { CertificateArn: 'arn:c1' });

const recorder = (more: JsonObject): ExampleCall =>
  here('config:DescribeConfigurationRecorders', {
    ConfigurationRecorders: [{ name: 'default', roleARN: 'arn:aws:iam::123456789012:role/x', ...more }],
  });

const recording = (on: boolean): ExampleCall =>
  here('config:DescribeConfigurationRecorderStatus', { ConfigurationRecordersStatus: [{ name: 'default', recording: on }] });

const all = { recordingGroup: { allSupported: true, includeGlobalResourceTypes: true } };

const detector = here('guardduty:ListDetectors', { DetectorIds: ['d1'] });

const detectorDetails = (more: JsonObject): ExampleCall =>
  here('guardduty:GetDetector', { Status: 'ENABLED', ...more }, { DetectorId: 'd1' });

const vault = (more: JsonObject): ExampleCall =>
  here('backup:ListBackupVaults', { BackupVaultList: [{ BackupVaultName: 'v', BackupVaultArn: 'arn:v', ...more }] });

const plans = here('backup:ListBackupPlans', {
  BackupPlansList: [{ BackupPlanId: 'p1', BackupPlanArn: 'arn:p1', BackupPlanName: 'daily' }],
});

const plan = (...CopyActions: readonly JsonObject[]): ExampleCall =>
  here(
    'backup:GetBackupPlan',
    { BackupPlan: { BackupPlanName: 'daily', Rules: [{ RuleName: 'r', CopyActions }] } },
    { BackupPlanId: 'p1' },
  );

const filter = here('logs:DescribeMetricFilters', {
  metricFilters: [
    {
      filterName: 'root',
      logGroupName: 'trail',
      filterPattern: '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
      metricTransformations: [{ metricName: 'Root', metricNamespace: 'Audit' }],
    },
  ],
});

const alarm = (more: JsonObject): ExampleCall =>
  here('cloudwatch:DescribeAlarms', { MetricAlarms: [{ AlarmName: 'root', AlarmArn: 'arn:root', MetricName: 'Root', ...more }] });

const cases: readonly LiveCase[] = [
  ['aws-cloudtrail-logging-on', 'off', [trail({}), trailStatus(false)], 'fail'],
  ['aws-cloudtrail-logging-on', 'on', [trail({}), trailStatus(true)], 'pass'],
  ['aws-cloudtrail-logging-on', 'refused', [trail({}), refused('cloudtrail:GetTrailStatus', { Name: trailArn })], 'unknown'],
  [
    'aws-cloudtrail-s3-data-events-write',
    'management only',
    [trail({}), selectors({ EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] }] })],
    'fail',
  ],
  [
    'aws-cloudtrail-s3-data-events-write',
    'all objects',
    [
      trail({}),
      selectors({
        AdvancedEventSelectors: [
          {
            FieldSelectors: [
              { Field: 'eventCategory', Equals: ['Data'] },
              { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
            ],
          },
        ],
      }),
    ],
    'pass',
  ],
  [
    'aws-cloudtrail-insights-enabled',
    'off',
    [trail({}), { ...refused('cloudtrail:GetInsightSelectors', { TrailName: trailArn }), error: 'InsightNotEnabledException' }],
    'fail',
  ],
  [
    'aws-cloudtrail-insights-enabled',
    'refused',
    [trail({}), refused('cloudtrail:GetInsightSelectors', { TrailName: trailArn })],
    'unknown',
  ],
  ['aws-config-recorder-all-regions', 'stopped', [recorder(all), recording(false)], 'fail'],
  ['aws-config-recorder-all-regions', 'runs', [recorder(all), recording(true)], 'pass'],
  ['aws-config-recorder-all-regions', 'refused', [recorder(all), refused('config:DescribeConfigurationRecorderStatus')], 'unknown'],
  [
    'aws-guardduty-s3-protection',
    'off',
    [detector, detectorDetails({ Features: [{ Name: 'S3_DATA_EVENTS', Status: 'DISABLED' }] })],
    'fail',
  ],
  ['aws-guardduty-s3-protection', 'on', [detector, detectorDetails({ Features: [{ Name: 'S3_DATA_EVENTS', Status: 'ENABLED' }] })], 'pass'],
  ['aws-guardduty-s3-protection', 'refused', [detector, refused('guardduty:GetDetector', { DetectorId: 'd1' })], 'unknown'],
  [
    'aws-inspector2-enabled',
    'all kinds',
    [
      here('inspector2:BatchGetAccountStatus', {
        accounts: [{ resourceState: { ec2: { status: 'ENABLED' }, ecr: { status: 'ENABLED' }, lambda: { status: 'ENABLED' } } }],
      }),
    ],
    'pass',
  ],
  [
    'aws-inspector2-enabled',
    'machines only',
    [here('inspector2:BatchGetAccountStatus', { accounts: [{ resourceState: { ec2: { status: 'ENABLED' } } }] })],
    'fail',
  ],
  ['aws-macie-enabled', 'paused', [here('macie2:GetMacieSession', { status: 'PAUSED' })], 'fail'],
  ['aws-macie-enabled', 'on', [here('macie2:GetMacieSession', { status: 'ENABLED' })], 'pass'],
  ['aws-kms-key-rotation-enabled', 'off', [key({}), rotation(false)], 'fail'],
  ['aws-kms-key-rotation-enabled', 'on', [key({}), rotation(true)], 'pass'],
  ['aws-kms-key-rotation-enabled', 'refused', [key({}), refused('kms:GetKeyRotationStatus', { KeyId: 'k1' })], 'unknown'],
  ['aws-kms-key-rotation-enabled', 'a key of AWS', [key({ KeyManager: 'AWS' })], 'not-applicable'],
  ['aws-kms-key-policy-defined', 'the one that KMS gives', [key({}), keyPolicy(statement(wholeAccount))], 'fail'],
  [
    'aws-kms-key-policy-defined',
    'an own one',
    [key({}), keyPolicy(statement({ ...wholeAccount, Principal: { AWS: 'arn:aws:iam::123456789012:role/key-admin' } }))],
    'pass',
  ],
  ['aws-kms-key-policy-defined', 'refused', [key({}), refused('kms:GetKeyPolicy', { KeyId: 'k1', PolicyName: 'default' })], 'unknown'],
  ['aws-kms-key-not-public', 'everybody', [key({}), keyPolicy(statement(everybody))], 'fail'],
  [
    'aws-kms-key-not-public',
    'the account',
    [key({}), keyPolicy(statement({ ...everybody, Principal: { AWS: 'arn:aws:iam::123456789012:root' } }))],
    'pass',
  ],
  ['aws-secretsmanager-cmk-encryption', 'the key of AWS, by its ARN', [secret({ KmsKeyId: managedKey }), aliases], 'fail'],
  ['aws-secretsmanager-cmk-encryption', 'an own key', [secret({ KmsKeyId: keyArn }), aliases], 'pass'],
  ['aws-secretsmanager-cmk-encryption', 'none named', [secret({})], 'fail'],
  ['aws-secretsmanager-rotation-enabled', 'off', [secret({ RotationEnabled: false })], 'fail'],
  ['aws-secretsmanager-rotation-enabled', 'on', [secret({ RotationEnabled: true, RotationRules: { AutomaticallyAfterDays: 30 } })], 'pass'],
  ['aws-secretsmanager-not-public', 'everybody', [secret({}), secretPolicy({ ResourcePolicy: statement(everybody) })], 'fail'],
  ['aws-secretsmanager-not-public', 'no policy', [secret({}), secretPolicy({})], 'pass'],
  [
    'aws-secretsmanager-not-public',
    'refused',
    [secret({}), refused('secretsmanager:GetResourcePolicy', { SecretId: secretArn })],
    'unknown',
  ],
  ['aws-ssm-parameter-cmk-encryption', 'the key of AWS', [parameter({ Type: 'SecureString', KeyId: 'alias/aws/ssm' })], 'fail'],
  ['aws-ssm-parameter-cmk-encryption', 'an own key', [parameter({ Type: 'SecureString', KeyId: 'alias/orders' })], 'pass'],
  ['aws-ssm-document-not-public', 'shared with all', [document, shares('All')], 'fail'],
  ['aws-ssm-document-not-public', 'private', [document, shares()], 'pass'],
  [
    'aws-ssm-document-not-public',
    'refused',
    [document, refused('ssm:DescribeDocumentPermission', { Name: 'patch', PermissionType: 'Share' })],
    'unknown',
  ],
  [
    'aws-ssm-document-public-sharing-blocked',
    'allowed',
    [
      here('ssm:GetServiceSetting', {
        ServiceSetting: { SettingId: '/ssm/documents/console/public-sharing-permission', SettingValue: 'Enable' },
      }),
    ],
    'fail',
  ],
  ['aws-acm-key-algorithm', 'a short key', [certificate({ KeyAlgorithm: 'RSA-1024' }), certificateOptions('ENABLED')], 'fail'],
  ['aws-acm-key-algorithm', 'a long one', [certificate({ KeyAlgorithm: 'RSA-2048' }), certificateOptions('ENABLED')], 'pass'],
  ['aws-acm-transparency-logging', 'off', [certificate({}), certificateOptions('DISABLED')], 'fail'],
  [
    'aws-acm-transparency-logging',
    'refused',
    [certificate({}), refused('acm:DescribeCertificate', { CertificateArn: 'arn:c1' })],
    'unknown',
  ],
  ['aws-logs-group-retention-set', 'for ever', [here('logs:DescribeLogGroups', { logGroups: [{ logGroupName: '/shop' }] })], 'fail'],
  [
    'aws-logs-group-retention-set',
    'a year',
    [here('logs:DescribeLogGroups', { logGroups: [{ logGroupName: '/shop', retentionInDays: 365 }] })],
    'pass',
  ],
  [
    'aws-logs-group-not-public',
    'everybody',
    [here('logs:DescribeResourcePolicies', { resourcePolicies: [{ policyName: 'open', policyDocument: statement(everybody) }] })],
    'fail',
  ],
  ['aws-cloudwatch-alarm-root-usage', 'nobody is told', [filter, alarm({ ActionsEnabled: false })], 'fail'],
  [
    'aws-cloudwatch-alarm-root-usage',
    'a topic elsewhere is told',
    [filter, alarm({ ActionsEnabled: true, AlarmActions: ['arn:aws:sns:ap-northeast-1:210987654321:security'] })],
    'pass',
  ],
  ['aws-backup-vault-lock', 'open', [vault({ Locked: false })], 'fail'],
  ['aws-backup-vault-lock', 'locked', [vault({ Locked: true, MinRetentionDays: 30 })], 'pass'],
  ['aws-backup-cross-region-copy', 'no copy', [plans, plan()], 'fail'],
  [
    'aws-backup-cross-region-copy',
    'a copy',
    [plans, plan({ DestinationBackupVaultArn: 'arn:aws:backup:eu-central-1:123456789012:backup-vault:v' })],
    'pass',
  ],
  ['aws-backup-cross-region-copy', 'refused', [plans, refused('backup:GetBackupPlan', { BackupPlanId: 'p1' })], 'unknown'],
  [
    'aws-eventbridge-bus-not-public',
    'everybody',
    [here('events:ListEventBuses', { EventBuses: [{ Name: 'default', Arn: 'arn:bus', Policy: statement(everybody) }] })],
    'fail',
  ],
  [
    'aws-eventbridge-bus-not-public',
    'one account',
    [
      here('events:ListEventBuses', {
        EventBuses: [
          { Name: 'default', Arn: 'arn:bus', Policy: statement({ ...everybody, Principal: { AWS: 'arn:aws:iam::210987654321:root' } }) },
        ],
      }),
    ],
    'pass',
  ],
  [
    'aws-resource-required-tags',
    'log groups are not judged by tags',
    [here('logs:DescribeLogGroups', { logGroups: [{ logGroupName: '/shop' }] })],
    'not-applicable',
  ],
];

testLiveCases(cases, runExample);
