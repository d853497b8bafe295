/** Orphans and shadows, as a user meets them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CliRun, FolderFiles, RecordedAnswers } from '../testing/index.ts';
import { inFolder, runInFolder, runWithFiles, writeSnapshot } from '../testing/index.ts';

const ACCOUNT = '123456789012';
const group = (GroupId: string, Tags: readonly object[] = []): object => ({
  GroupId,
  GroupName: `orders-${GroupId.slice(-1)}`,
  Description: 'orders',
  VpcId: 'vpc-0b2',
  OwnerId: ACCOUNT,
  IpPermissions: [],
  IpPermissionsEgress: [],
  Tags,
});
const trust = (principal: string): string =>
  encodeURIComponent(JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: principal } }] }));
const role = (name: string, principal: string): object => ({
  RoleName: name,
  RoleId: `AROA${name.toUpperCase()}`,
  Arn: `arn:aws:iam::${ACCOUNT}:role/${name}`,
  Path: '/',
  AssumeRolePolicyDocument: trust(principal),
  Tags: [{ Key: 'Owner', Value: 'orders' }],
});
const json = (value: unknown): NonNullable<RecordedAnswers[string][number]['response']> =>
  JSON.parse(JSON.stringify(value)) as NonNullable<RecordedAnswers[string][number]['response']>;
const answers: RecordedAnswers = {
  [`aws:${ACCOUNT}:ap-northeast-1:ec2:DescribeSecurityGroups`]: [
    {
      response: json({
        SecurityGroups: [group('sg-0a1'), group('sg-0b2', [{ Key: 'example:team', Value: 'orders' }]), group('sg-0c3')],
      }),
    },
  ],
  [`aws:${ACCOUNT}:ap-northeast-1:ec2:DescribeVpcPeeringConnections`]: [
    {
      response: json({
        VpcPeeringConnections: [
          {
            VpcPeeringConnectionId: 'pcx-0d4',
            Status: { Code: 'active' },
            RequesterVpcInfo: { OwnerId: ACCOUNT, VpcId: 'vpc-0b2' },
            AccepterVpcInfo: { OwnerId: '210987654321', VpcId: 'vpc-0e5' },
          },
        ],
      }),
    },
  ],
  [`aws:${ACCOUNT}:global:iam:GetAccountAuthorizationDetails`]: [
    {
      response: json({
        UserDetailList: [],
        GroupDetailList: [],
        Policies: [],
        RoleDetailList: [role('partner', 'arn:aws:iam::210987654321:root'), role('logs', 'arn:aws:iam::582318560864:root')],
      }),
    },
  ],
  [`aws:${ACCOUNT}:global:organizations:ListAccounts`]: [
    {
      response: json({
        Accounts: [
          { Id: ACCOUNT, Name: 'orders', Status: 'ACTIVE', Arn: `arn:aws:organizations::${ACCOUNT}:account/o-1/${ACCOUNT}` },
          { Id: '321098765432', Name: 'billing', Status: 'ACTIVE', Arn: `arn:aws:organizations::${ACCOUNT}:account/o-1/321098765432` },
        ],
      }),
    },
  ],
};
const state = JSON.stringify({
  version: 4,
  terraform_version: '1.9.0',
  serial: 1,
  lineage: 'orders',
  resources: [
    {
      mode: 'managed',
      type: 'aws_security_group',
      name: 'orders',
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [{ attributes: { id: 'sg-0c3', name: 'orders-3', vpc_id: 'vpc-0b2', tags: null } }],
    },
  ],
});
const events = JSON.stringify({
  Records: [
    {
      eventTime: '2026-11-20T09:00:00Z',
      eventSource: 'ec2.amazonaws.com',
      eventName: 'CreateSecurityGroup',
      userIdentity: { arn: `arn:aws:iam::${ACCOUNT}:user/alice` },
      sessionCredentialFromConsole: 'true',
      recipientAccountId: ACCOUNT,
      responseElements: { groupId: 'sg-0a1' },
    },
    {
      eventTime: '2026-11-21T09:00:00Z',
      eventSource: 'ec2.amazonaws.com',
      eventName: 'CreateTags',
      userIdentity: { arn: `arn:aws:iam::${ACCOUNT}:user/bob` },
      sessionCredentialFromConsole: 'true',
      recipientAccountId: ACCOUNT,
      requestParameters: { resourcesSet: { items: [{ resourceId: 'sg-0b2' }] } },
    },
  ],
});

interface Inventory {
  readonly isCompared: boolean;
  readonly orphans: readonly { readonly id: string; readonly score: number; readonly reasons: readonly { readonly kind: string }[] }[];
  readonly shadows: readonly {
    readonly account: string;
    readonly name: string | null;
    readonly ownedBy: string | null;
    readonly references: readonly { readonly kind: string; readonly resource: string; readonly file: string; readonly line: number }[];
  }[];
}

async function run(argv: readonly string[], files: FolderFiles = {}): Promise<CliRun> {
  return inFolder(files, async (cwd) => {
    await writeSnapshot(`${cwd}/snapshot`, answers);
    return runInFolder(cwd, ['inventory', 'snapshot', ...argv], { columns: 160 });
  });
}

async function inventory(argv: readonly string[] = [], files: FolderFiles = {}): Promise<Inventory> {
  const { stdout, stderr } = await run([...argv, '--format', 'json'], files);
  assert.equal(stderr, '');
  return JSON.parse(stdout) as Inventory; // what the documentation promises
}

const groups = ({ orphans }: Inventory): readonly string[] =>
  orphans
    .filter(({ id }) => id.includes('security-group/'))
    .map(({ id, score, reasons }) => `${id.slice(-6)} ${score} ${reasons.map(({ kind }) => kind).join(' ')}`);

test('without code and logs only owners are asked for', async () => {
  const found = await inventory();
  assert.equal(found.isCompared, false);
  assert.deepEqual(groups(found), ['sg-0a1 1 no-owner', 'sg-0c3 1 no-owner']);
});

test('what is in no state and was made in the console comes first; tagging it makes nobody its maker', async () => {
  const found = await inventory(['--state', 'terraform.tfstate', '--events', 'trail.json'], {
    'terraform.tfstate': state,
    'trail.json': events,
  });
  assert.equal(found.isCompared, true);
  assert.deepEqual(groups(found), ['sg-0a1 6 unmanaged console no-owner', 'sg-0b2 3 unmanaged', 'sg-0c3 1 no-owner']);
});

test('an owner tag of the house replaces the usual ones', async () => {
  assert.deepEqual(groups(await inventory(['--owner-tag', 'cost-center'])).length, 3);
  assert.deepEqual(groups(await inventory(['--owner-tag', 'EXAMPLE:TEAM'])).length, 2);
});

test('accounts that others speak of are shadows, with what speaks of them and the line that proves it', async () => {
  const { shadows } = await inventory();
  assert.deepEqual(
    shadows.map(({ account, name, ownedBy, references }) => [account, name, ownedBy, references.map(({ kind }) => kind)]),
    [
      ['321098765432', 'billing', null, ['organization']],
      ['210987654321', null, null, ['peering', 'role-trust']],
      ['582318560864', null, 'Elastic Load Balancing', ['role-trust']],
    ],
  );
  assert.deepEqual(shadows[1]?.references[1], {
    kind: 'role-trust',
    resource: `arn:aws:iam::${ACCOUNT}:role/partner`,
    account: ACCOUNT,
    path: 'AssumeRolePolicyDocument.Statement.Principal.AWS',
    text: 'arn:aws:iam::210987654321:root',
    file: `raw/aws/${ACCOUNT}/global/iam/GetAccountAuthorizationDetails.jsonl.gz`,
    line: 1,
  });
});

test('people read it in their language', async () => {
  const { stdout, exitCode } = await run([]);
  assert.equal(exitCode, 0);
  assert.match(stdout, /Resources that nobody answers for \(\d+ of \d+\)/);
  assert.match(stdout, /What is in code or state is not known: give --code or --state\./);
  assert.match(stdout, /aws:210987654321 +2 +network peering: pcx-0d4/);
  assert.match((await run(['--lang', 'ja'])).stdout, /参照されているのに収集されていないアカウント\(3 件\)/);
});

test('a folder that is no snapshot is said', async () => {
  const { exitCode, stderr } = await runWithFiles({ 'main.tf': '' }, ['inventory', '.']);
  assert.equal(exitCode, 2);
  assert.match(stderr, /is no snapshot folder/);
});
