/** Answers of the identity services of AWS → what checks of code say of them. */
import type { ExampleCall, JsonObject } from '@kumomori/model';
import type { LiveCase } from '../testing/index.ts';
import { everybody, here, refused, statement, testLiveCases } from '../testing/index.ts';
import { runExample } from './test-checks.ts';

const region = 'ap-northeast-1';
const everything = { Effect: 'Allow', Action: '*', Resource: '*' };

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

const cases: readonly LiveCase[] = [
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
  ['aws-securityhub-enabled', 'off', [identity, { call: 'securityhub:DescribeHub', region, error: 'InvalidAccessException' }], 'fail'],
  ['aws-securityhub-enabled', 'on', [identity, here('securityhub:DescribeHub', { HubArn: 'arn:hub' })], 'pass'],
  ['aws-securityhub-enabled', 'refused', [identity, refused('securityhub:DescribeHub')], 'unknown'],
];

testLiveCases(cases, runExample);
