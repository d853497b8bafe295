/** Answers of the identity and security services of AWS → what checks of code say of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks } from '@kumomori/content';
import type { Example, ExampleCall, Json, JsonObject, Status } from '@kumomori/model';
import { runExample } from './test-checks.ts';

const region = 'ap-northeast-1';
const here = (call: string, response: Json, request: JsonObject = {}): ExampleCall => ({ call, region, request, response });
const refused = (call: string, request: JsonObject = {}, where = region): ExampleCall => ({
  call,
  region: where,
  request,
  error: 'AccessDeniedException',
});
const statement = (...statements: readonly JsonObject[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const everybody = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

const details = (response: JsonObject): ExampleCall => ({ call: 'iam:GetAccountAuthorizationDetails', response });
const role = (more: JsonObject): ExampleCall =>
  details({ RoleDetailList: [{ RoleName: 'deploy', Arn: 'arn:aws:iam::123456789012:role/deploy', ...more }] });
const policy = (more: JsonObject): ExampleCall =>
  details({
    Policies: [
      {
        PolicyName: 'ops',
        Arn: 'arn:aws:iam::123456789012:policy/ops',
        PolicyVersionList: [
          { VersionId: 'v1', IsDefaultVersion: false, Document: encodeURIComponent(statement()) },
          { VersionId: 'v2', IsDefaultVersion: true, Document: encodeURIComponent(statement(everything)) },
        ],
        ...more,
      },
    ],
  });
const user = (more: JsonObject): ExampleCall =>
  details({ UserDetailList: [{ UserName: 'auditor', Arn: 'arn:aws:iam::123456789012:user/auditor', ...more }] });
const asked = { UserName: 'auditor' };
const password: ExampleCall = { call: 'iam:GetLoginProfile', request: asked, response: { LoginProfile: asked } };
const noPassword: ExampleCall = { call: 'iam:GetLoginProfile', request: asked, error: 'NoSuchEntity' };
const devices = (...serials: readonly string[]): ExampleCall => ({
  call: 'iam:ListMFADevices',
  request: asked,
  response: { MFADevices: serials.map((SerialNumber) => ({ SerialNumber })) },
});
const keys = (...states: readonly string[]): ExampleCall => ({
  call: 'iam:ListAccessKeys',
  request: asked,
  response: { AccessKeyMetadata: states.map((Status, index) => ({ AccessKeyId: `key-${index}`, Status })) },
});
/** `user,mfa_active` and the user's row. */
const report = (row: string): ExampleCall => ({
  call: 'iam:GetCredentialReport',
  response: { Content: Buffer.from(`user,password_enabled,mfa_active\n${row}\n`).toString('base64') },
});
const passwordPolicy = (answer: Partial<ExampleCall>): ExampleCall => ({ call: 'iam:GetAccountPasswordPolicy', ...answer });

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

const identity: ExampleCall = { call: 'sts:GetCallerIdentity', response: { Account: '123456789012' } };
const analyzers = (type: string): ExampleCall =>
  here('accessanalyzer:ListAnalyzers', { analyzers: [{ arn: 'arn:a1', name: 'a1', type, status: 'ACTIVE' }] });
const contact = (AlternateContactType: string, isThere: boolean): ExampleCall => ({
  call: 'account:GetAlternateContact',
  request: { AlternateContactType },
  ...(isThere ? { response: { AlternateContact: { AlternateContactType } } } : { error: 'ResourceNotFoundException' }),
});
const contacts = (security: boolean): readonly ExampleCall[] => [
  identity,
  contact('SECURITY', security),
  contact('BILLING', true),
  contact('OPERATIONS', false),
];

const organization = (account = '123456789012'): ExampleCall => ({
  call: 'organizations:DescribeOrganization',
  response: { Organization: { Id: 'o-1', Arn: 'arn:o-1', FeatureSet: 'CONSOLIDATED_BILLING', MasterAccountId: account } },
});
const scps = (Content: string): readonly ExampleCall[] => [
  {
    call: 'organizations:ListPolicies',
    response: { Policies: [{ Id: 'p-1', Arn: 'arn:p-1', Name: 'regions', Type: 'SERVICE_CONTROL_POLICY' }] },
  },
  { call: 'organizations:DescribePolicy', request: { PolicyId: 'p-1' }, response: { Policy: { Content } } },
];
const onlyTokyo = statement({
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['ap-northeast-1'] } },
});

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

type Case = readonly [check: string, title: string, calls: readonly ExampleCall[], expect: Status];

const cases: readonly Case[] = [
  ['aws-iam-policy-no-admin-star', 'the default version counts', [policy({ AttachmentCount: 1 })], 'fail'],
  [
    'aws-iam-policy-no-admin-star',
    'a boundary is held by nobody',
    [policy({ AttachmentCount: 0, PermissionsBoundaryUsageCount: 2 })],
    'not-applicable',
  ],
  ['aws-iam-policy-no-admin-star', 'refused', [refused('iam:GetAccountAuthorizationDetails', {}, 'global')], 'not-applicable'],
  [
    'aws-iam-role-trust-no-wildcard-principal',
    'everybody',
    [role({ AssumeRolePolicyDocument: encodeURIComponent(statement(everybody)) })],
    'fail',
  ],
  [
    'aws-iam-role-trust-no-wildcard-principal',
    'a service',
    [
      role({
        AssumeRolePolicyDocument: encodeURIComponent(
          statement({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }),
        ),
      }),
    ],
    'pass',
  ],
  [
    'aws-iam-role-trust-no-wildcard-principal',
    'roles of services are not judged',
    [role({ Path: '/aws-service-role/ecs.amazonaws.com/', AssumeRolePolicyDocument: encodeURIComponent(statement(everybody)) })],
    'not-applicable',
  ],
  [
    'aws-iam-role-no-administrator-access',
    'attached',
    [role({ AttachedManagedPolicies: [{ PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }] })],
    'fail',
  ],
  ['aws-iam-user-mfa-enabled', 'a password alone', [user({}), password, devices()], 'fail'],
  ['aws-iam-user-mfa-enabled', 'a device', [user({}), password, devices('arn:aws:iam::123456789012:mfa/auditor')], 'pass'],
  ['aws-iam-user-mfa-enabled', 'no password', [user({}), noPassword, devices()], 'not-applicable'],
  ['aws-iam-user-mfa-enabled', 'devices refused', [user({}), password, refused('iam:ListMFADevices', asked, 'global')], 'unknown'],
  [
    'aws-iam-user-mfa-enabled',
    'devices refused, the report helps',
    [user({}), password, refused('iam:ListMFADevices', asked, 'global'), report('auditor,true,true')],
    'pass',
  ],
  ['aws-iam-user-mfa-enabled', 'the list goes before the report', [user({}), password, devices(), report('auditor,true,true')], 'fail'],
  [
    'aws-iam-user-mfa-enabled',
    'profile refused, the report helps',
    [user({}), refused('iam:GetLoginProfile', asked, 'global'), devices(), report('auditor,false,false')],
    'not-applicable',
  ],
  ['aws-iam-user-single-active-access-key', 'two', [user({}), keys('Active', 'Active')], 'fail'],
  ['aws-iam-user-single-active-access-key', 'one of two', [user({}), keys('Active', 'Inactive')], 'pass'],
  ['aws-iam-user-single-active-access-key', 'refused', [user({}), refused('iam:ListAccessKeys', asked, 'global')], 'unknown'],
  ['aws-iam-user-in-group', 'in none', [user({})], 'fail'],
  ['aws-iam-user-in-group', 'in one', [user({ GroupList: ['ops'] })], 'pass'],
  [
    'aws-iam-group-membership-not-empty',
    'nobody',
    [details({ UserDetailList: [], GroupDetailList: [{ GroupName: 'ops', Arn: 'arn:ops' }] })],
    'fail',
  ],
  [
    'aws-iam-group-membership-not-empty',
    'somebody',
    [
      details({
        UserDetailList: [{ UserName: 'ci', Arn: 'arn:ci', GroupList: ['ops'] }],
        GroupDetailList: [{ GroupName: 'ops', Arn: 'arn:ops' }],
      }),
    ],
    'pass',
  ],
  [
    'aws-iam-password-policy-min-length',
    'short',
    [passwordPolicy({ response: { PasswordPolicy: { MinimumPasswordLength: 10 } } })],
    'fail',
  ],
  ['aws-iam-password-policy-min-length', 'long', [passwordPolicy({ response: { PasswordPolicy: { MinimumPasswordLength: 16 } } })], 'pass'],
  ['aws-iam-password-policy-min-length', 'none of its own', [passwordPolicy({ error: 'NoSuchEntity' })], 'fail'],
  ['aws-iam-password-policy-min-length', 'refused', [passwordPolicy({ error: 'AccessDenied' })], 'not-applicable'],
  [
    'aws-iam-root-credentials-centrally-managed',
    'on',
    [{ call: 'iam:ListOrganizationsFeatures', response: { EnabledFeatures: ['RootCredentialsManagement', 'RootSessions'] } }],
    'pass',
  ],
  [
    'aws-iam-root-credentials-centrally-managed',
    'off',
    [{ call: 'iam:ListOrganizationsFeatures', error: 'ServiceAccessNotEnabledException' }],
    'fail',
  ],
  [
    'aws-iam-saml-federation-configured',
    'passwords only',
    [
      user({}),
      password,
      { call: 'iam:ListSAMLProviders', response: {} },
      here('sso:ListInstances', { Instances: [] }),
      here('sso:DescribePermissionSet', {}),
    ],
    'fail',
  ],
  [
    'aws-iam-saml-federation-configured',
    'Identity Center',
    [user({}), password, here('sso:ListInstances', { Instances: [{ InstanceArn: 'arn:i' }] })],
    'pass',
  ],
  ['aws-iam-support-role-exists', 'nobody', [identity, role({})], 'fail'],
  [
    'aws-iam-support-role-exists',
    'a role',
    [identity, role({ AttachedManagedPolicies: [{ PolicyArn: 'arn:aws:iam::aws:policy/AWSSupportAccess' }] })],
    'pass',
  ],
  ['aws-iam-support-role-exists', 'refused', [identity, refused('iam:GetAccountAuthorizationDetails', {}, 'global')], 'unknown'],
  ['aws-iam-access-analyzer-enabled', 'of unused access', [identity, analyzers('ACCOUNT_UNUSED_ACCESS')], 'fail'],
  ['aws-iam-access-analyzer-enabled', 'of the account', [identity, analyzers('ACCOUNT')], 'pass'],
  ['aws-iam-access-analyzer-enabled', 'refused', [identity, refused('accessanalyzer:ListAnalyzers')], 'unknown'],
  ['aws-account-security-contact-registered', 'none', contacts(false), 'fail'],
  ['aws-account-security-contact-registered', 'registered', contacts(true), 'pass'],
  ['aws-account-security-contact-registered', 'refused', [identity], 'unknown'],
  ['aws-organizations-all-features', 'bills only', [organization()], 'fail'],
  ['aws-organizations-all-features', 'seen from a member', [organization('210987654321')], 'not-applicable'],
  ['aws-organizations-scp-region-restriction', 'all regions', [organization(), ...scps(statement(everything))], 'fail'],
  ['aws-organizations-scp-region-restriction', 'one region', [organization(), ...scps(onlyTokyo)], 'pass'],
  ['aws-organizations-scp-region-restriction', 'refused', [organization(), refused('organizations:ListPolicies', {}, 'global')], 'unknown'],
  [
    'aws-sso-permission-set-session-duration',
    'half a day',
    [here('sso:DescribePermissionSet', { PermissionSet: { PermissionSetArn: 'arn:s', Name: 's', SessionDuration: 'PT12H' } })],
    'fail',
  ],
  [
    'aws-sso-permission-set-session-duration',
    'an hour',
    [here('sso:DescribePermissionSet', { PermissionSet: { PermissionSetArn: 'arn:s', Name: 's', SessionDuration: 'PT1H' } })],
    'pass',
  ],
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
  ['aws-securityhub-enabled', 'off', [identity, { call: 'securityhub:DescribeHub', region, error: 'InvalidAccessException' }], 'fail'],
  ['aws-securityhub-enabled', 'on', [identity, here('securityhub:DescribeHub', { HubArn: 'arn:hub' })], 'pass'],
  ['aws-securityhub-enabled', 'refused', [identity, refused('securityhub:DescribeHub')], 'unknown'],
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

for (const [id, title, live, expect] of cases) {
  test(`${id}: ${title}`, () => {
    const entry = checks.find((each) => each.id === id);
    assert.ok(entry, `there is no check ${id}`);
    const example: Example = { name: title, expect, sources: { live } };
    const { status, message } = runExample(entry, 'live', example);
    assert.equal(status, expect, message?.en);
  });
}
