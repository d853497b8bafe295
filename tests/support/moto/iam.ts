import {
  AddRoleToInstanceProfileCommand,
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreateLoginProfileCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  IAMClient,
  PutGroupPolicyCommand,
  PutUserPolicyCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import type { Connection, Expectation } from './estate.ts';

const ACCOUNT = '123456789012';
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

const text = (...Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement });
const trust = (Principal: object | string, Condition?: object): string =>
  text({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...(Condition && { Condition }) });

/** `auditor`, `deploy`, `readers`, `read-orders` are as they should be; `ops`, `open`, `nobody`, `everything` are not. */
export async function build(connection: Connection): Promise<void> {
  const iam = new IAMClient(connection);
  await policies(iam);
  for (const GroupName of ['readers', 'nobody', 'admins']) await iam.send(new CreateGroupCommand({ GroupName }));
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'admins', PolicyArn: ADMINISTRATOR }));
  await iam.send(
    new PutGroupPolicyCommand({
      GroupName: 'readers',
      PolicyName: 'mfa',
      PolicyDocument: text({
        Effect: 'Deny',
        NotAction: ['iam:EnableMFADevice', 'iam:ListMFADevices', 'sts:GetSessionToken'],
        Resource: '*',
        Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      }),
    }),
  );
  await users(iam);
  await roles(iam);
  await iam.send(
    new UpdateAccountPasswordPolicyCommand({
      MinimumPasswordLength: 14,
      PasswordReusePrevention: 24,
      RequireUppercaseCharacters: true,
      RequireLowercaseCharacters: true,
      RequireNumbers: true,
      RequireSymbols: false,
    }),
  );
}

async function policies(iam: IAMClient): Promise<void> {
  const documents = {
    everything: text({ Effect: 'Allow', Action: '*', Resource: '*' }),
    'read-orders': text({ Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::orders-bucket/2026/*' }),
    climb: text({ Effect: 'Allow', Action: ['iam:CreatePolicyVersion'], Resource: '*' }),
  };
  for (const [PolicyName, PolicyDocument] of Object.entries(documents))
    await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument }));
}

async function users(iam: IAMClient): Promise<void> {
  for (const UserName of ['auditor', 'ops', 'ci']) await iam.send(new CreateUserCommand({ UserName }));
  for (const UserName of ['auditor', 'ops']) await iam.send(new CreateLoginProfileCommand({ UserName, Password: `${UserName}-Example-1` }));
  await iam.send(new AddUserToGroupCommand({ GroupName: 'readers', UserName: 'auditor' }));
  await iam.send(new AddUserToGroupCommand({ GroupName: 'admins', UserName: 'ops' }));
  const device = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'auditor' }));
  const SerialNumber = device.VirtualMFADevice?.SerialNumber;
  await iam.send(
    new EnableMFADeviceCommand({ UserName: 'auditor', SerialNumber, AuthenticationCode1: '123456', AuthenticationCode2: '654321' }),
  );
  await iam.send(new CreateAccessKeyCommand({ UserName: 'auditor' }));
  for (let keys = 0; keys < 2; keys += 1) await iam.send(new CreateAccessKeyCommand({ UserName: 'ci' }));
  await iam.send(new AttachUserPolicyCommand({ UserName: 'ci', PolicyArn: ADMINISTRATOR }));
  await iam.send(
    new PutUserPolicyCommand({
      UserName: 'ci',
      PolicyName: 'inline',
      PolicyDocument: text({ Effect: 'Allow', Action: '*', Resource: '*' }),
    }),
  );
}

async function roles(iam: IAMClient): Promise<void> {
  const documents = {
    open: trust('*'),
    partner: trust({ AWS: 'arn:aws:iam::210987654321:root' }),
    guest: trust({ AWS: 'arn:aws:iam::210987654321:root' }, { StringEquals: { 'sts:ExternalId': 'orders-2026' } }),
    deploy: trust({ Service: 'ec2.amazonaws.com' }),
    support: trust({ AWS: `arn:aws:iam::${ACCOUNT}:root` }),
  };
  for (const [RoleName, AssumeRolePolicyDocument] of Object.entries(documents))
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'open', PolicyArn: ADMINISTRATOR }));
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'deploy', PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/read-orders` }));
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'support', PolicyArn: 'arn:aws:iam::aws:policy/AWSSupportAccess' }));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'deploy' }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'deploy', RoleName: 'deploy' }));
}

const pair = (check: string, good: string, bad: string): readonly Expectation[] => [
  [check, good, 'pass'],
  [check, bad, 'fail'],
];

export const expected: readonly Expectation[] = [
  ...pair('aws-iam-policy-no-admin-star', 'read-orders', 'everything'),
  ...pair('aws-iam-policy-no-star-action', 'read-orders', 'everything'),
  ...pair('aws-iam-policy-no-privilege-escalation', 'read-orders', 'climb'),
  ...pair('aws-iam-inline-policy-no-admin-star', 'readers', 'ci'),
  ...pair('aws-iam-role-trust-no-wildcard-principal', 'deploy', 'open'),
  ...pair('aws-iam-role-cross-account-external-id', 'guest', 'partner'),
  ...pair('aws-iam-role-no-administrator-access', 'deploy', 'open'),
  ...pair('aws-iam-group-membership-not-empty', 'readers', 'nobody'),
  ...pair('aws-iam-group-mfa-required', 'readers', 'admins'),
  ...pair('aws-iam-user-no-administrator-access', 'auditor', 'ci'),
  ...pair('aws-iam-user-no-direct-policies', 'auditor', 'ci'),
  ...pair('aws-iam-user-in-group', 'auditor', 'ci'),
  ...pair('aws-iam-user-mfa-enabled', 'auditor', 'ops'),
  ...pair('aws-iam-user-single-active-access-key', 'auditor', 'ci'),
  ...pair('aws-iam-user-no-console-password', 'ci', 'auditor'),
  ['aws-iam-user-mfa-enabled', 'ci', 'not-applicable'],
  ['aws-iam-admin-access-requires-mfa', 'ops', 'fail'],
  ['aws-iam-admin-access-requires-mfa', 'auditor', 'not-applicable'],
  ['aws-iam-user-unused-console-access', 'auditor', 'pass'],
  ['aws-iam-role-used-recently', 'deploy', 'pass'],
  ['aws-iam-support-role-exists', ACCOUNT, 'pass'],
  // moto has an instance of Identity Center from the start.
  ['aws-iam-saml-federation-configured', 'auditor', 'pass'],
  ['aws-iam-password-policy-min-length', ACCOUNT, 'pass'],
  ['aws-iam-password-policy-reuse-prevention', ACCOUNT, 'pass'],
  ['aws-iam-password-policy-uppercase', ACCOUNT, 'pass'],
  ['aws-iam-password-policy-symbol', ACCOUNT, 'fail'],
  ['aws-iam-password-policy-expiry', ACCOUNT, 'fail'],
  ['aws-iam-root-no-access-keys', 'root', 'pass'],
  ['aws-iam-root-mfa-enabled', 'root', 'fail'],
  // moto has no Access Analyzer.
  ['aws-iam-access-analyzer-enabled', ACCOUNT, 'unknown'],
];
