/** `kumomori iam who-can` on snapshots of live accounts: what the organization allows counts. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Json } from '@kumomori/model';
import type { RecordedAnswers } from '../testing/index.ts';
import { inFolder, writeSnapshot } from '../testing/index.ts';
import type { WhoCanResult } from '../use-cases/index.ts';
import type { CliEnvironment } from './environment.ts';
import { runCli } from './run.ts';

const [MANAGEMENT, MEMBER] = ['111122223333', '123456789012'];
const KEY = `arn:aws:kms:ap-northeast-1:${MEMBER}:key/1111aaaa`;
const FULL = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const LIMIT = { Version: '2012-10-17', Statement: [{ Sid: 'NoKeys', Effect: 'Deny', Action: 'iam:CreateAccessKey', Resource: '*' }] };

const identities = (account: string): Json => ({
  UserDetailList: [
    {
      UserName: 'hanako',
      Arn: `arn:aws:iam::${account}:user/hanako`,
      UserPolicyList: [{ PolicyName: 'all', PolicyDocument: encodeURIComponent(JSON.stringify(FULL)) }],
    },
  ],
  RoleDetailList: [],
  Policies: [],
  GroupDetailList: [],
});

interface Parts {
  /** Where the limit hangs; null: nobody may say. */
  readonly limitAt: string | null;
  /** Where FullAWSAccess hangs. */
  readonly fullAt?: readonly string[];
}

function organization({ limitAt, fullAt = ['r-1', 'ou-1', MEMBER, MANAGEMENT] }: Parts): RecordedAnswers {
  const at = (call: string): string => `aws:${MANAGEMENT}:global:organizations:${call}`;
  const arn = (rest: string): string => `arn:aws:organizations::${MANAGEMENT}:${rest}`;
  const policy = (Id: string, AwsManaged: boolean): Json => ({
    Id,
    Arn: arn(`policy/${Id}`),
    Name: Id,
    Type: 'SERVICE_CONTROL_POLICY',
    AwsManaged,
  });
  const account = (Id: string): Json => ({ Id, Arn: arn(`account/o-1/${Id}`), Name: `account ${Id}` });
  const targets = (ids: readonly string[]): Json => ({ Targets: ids.map((TargetId) => ({ TargetId })) });
  const denied = { code: 'AccessDeniedException', message: 'not authorized' };
  return {
    [at('DescribeOrganization')]: [
      { response: { Organization: { Id: 'o-1', Arn: arn('organization/o-1'), MasterAccountId: MANAGEMENT } } },
    ],
    [at('ListPolicies')]: [
      {
        request: { Filter: 'SERVICE_CONTROL_POLICY' },
        response: { Policies: [policy('p-FullAWSAccess', true), policy('p-limit', false)] },
      },
    ],
    [at('DescribePolicy')]: [{ request: { PolicyId: 'p-limit' }, response: { Policy: { Content: JSON.stringify(LIMIT) } } }],
    [at('ListTargetsForPolicy')]: [
      { request: { PolicyId: 'p-FullAWSAccess' }, response: targets(fullAt) },
      { request: { PolicyId: 'p-limit' }, ...(limitAt === null ? { error: denied } : { response: targets([limitAt]) }) },
    ],
    [at('ListRoots')]: [{ response: { Roots: [{ Id: 'r-1', Arn: arn('root/o-1/r-1'), Name: 'Root' }] } }],
    [at('ListOrganizationalUnitsForParent')]: [
      { request: { ParentId: 'r-1' }, response: { OrganizationalUnits: [{ Id: 'ou-1', Arn: arn('ou/o-1/ou-1'), Name: 'shops' }] } },
      { request: { ParentId: 'ou-1' }, response: { OrganizationalUnits: [] } },
    ],
    [at('ListAccountsForParent')]: [
      { request: { ParentId: 'r-1' }, response: { Accounts: [account(MANAGEMENT)] } },
      { request: { ParentId: 'ou-1' }, response: { Accounts: [account(MEMBER)] } },
    ],
    [`aws:${MANAGEMENT}:global:iam:GetAccountAuthorizationDetails`]: [{ response: identities(MANAGEMENT) }],
    [`aws:${MEMBER}:global:iam:GetAccountAuthorizationDetails`]: [{ response: identities(MEMBER) }],
  };
}

async function whoCan(answers: RecordedAnswers, action: string, resource: string): Promise<WhoCanResult> {
  return await inFolder({}, async (cwd) => {
    await writeSnapshot(join(cwd, 'snapshot'), answers);
    let written = '';
    const stream: CliEnvironment['stdout'] = { isTerminal: false, columns: 120, write: (text: string) => void (written += text) };
    const errors: CliEnvironment['stderr'] = { isTerminal: false, columns: 120, write: () => undefined };
    const environment = { cwd, variables: {}, now: () => new Date('2026-11-22T00:00:00Z'), stdout: stream, stderr: errors };
    const asked = ['iam', 'who-can', 'snapshot', '--action', action, '--resource', resource, '--format', 'json'];
    assert.equal(await runCli(asked, environment), 0);
    return JSON.parse(written) as WhoCanResult; // the command's own
  });
}

const user = (account: string): string => `arn:aws:iam::${account}:user/hanako`;
const told = ({ grantees }: WhoCanResult): readonly string[] =>
  grantees.map(({ principal, condition }) => (condition === null ? principal : `${principal}, perhaps`));
const makeKeys = async (account: string, parts: Parts): Promise<readonly string[]> =>
  told(await whoCan(organization(parts), 'iam:CreateAccessKey', user(account)));

for (const limitAt of ['r-1', 'ou-1', MEMBER]) {
  test(`a service control policy at ${limitAt} takes its actions from the account below`, async () => {
    assert.deepEqual(await makeKeys(MEMBER, { limitAt }), []);
    // Only what it denies.
    assert.deepEqual(told(await whoCan(organization({ limitAt }), 'iam:GetUser', user(MEMBER))), [user(MEMBER)]);
  });
}

test('one elsewhere does not, and none limits the management account', async () => {
  assert.deepEqual(await makeKeys(MEMBER, { limitAt: '444455556666' }), [user(MEMBER)]);
  assert.deepEqual(await makeKeys(MANAGEMENT, { limitAt: 'r-1' }), [user(MANAGEMENT)]);
});

test('where FullAWSAccess was taken away nothing is allowed', async () => {
  assert.deepEqual(await makeKeys(MEMBER, { limitAt: '444455556666', fullAt: ['r-1', MEMBER] }), []);
});

test('where nobody says what a policy hangs on, that is told', async () => {
  const ask = async (parts: Parts): Promise<WhoCanResult> => await whoCan(organization(parts), 'iam:CreateAccessKey', user(MEMBER));
  assert.equal((await ask({ limitAt: null })).isScpUnknown, true);
  assert.equal((await ask({ limitAt: '444455556666' })).isScpUnknown, false);
});

test('grants of keys count', async () => {
  const at = (call: string): string => `aws:${MEMBER}:ap-northeast-1:kms:${call}`;
  const role = `arn:aws:iam::${MEMBER}:role/reports`;
  const found = await whoCan(
    {
      [`aws:${MEMBER}:global:iam:GetAccountAuthorizationDetails`]: [
        { response: { RoleDetailList: [{ RoleName: 'reports', Arn: role }], UserDetailList: [], Policies: [], GroupDetailList: [] } },
      ],
      [at('ListKeys')]: [{ response: { Keys: [{ KeyId: '1111aaaa', KeyArn: KEY }] } }],
      [at('DescribeKey')]: [
        { request: { KeyId: '1111aaaa' }, response: { KeyMetadata: { KeyId: '1111aaaa', Arn: KEY, KeyManager: 'CUSTOMER' } } },
      ],
      [at('ListGrants')]: [
        {
          request: { KeyId: '1111aaaa' },
          response: { Grants: [{ GrantId: 'g-1', KeyId: KEY, GranteePrincipal: role, Operations: ['Decrypt'] }] },
        },
      ],
    },
    'kms:Decrypt',
    KEY,
  );
  assert.ok(
    found.grantees.some(({ principal }) => principal === role),
    JSON.stringify(told(found)),
  );
});

test('what is only allowed through an endpoint is limited by the policy of the endpoint', async () => {
  const through = { StringEquals: { 'aws:SourceVpce': 'vpce-1' } };
  const all = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: through }] };
  const orders = { Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders-bucket/*' }] };
  const answers: RecordedAnswers = {
    [`aws:${MEMBER}:global:iam:GetAccountAuthorizationDetails`]: [
      {
        response: {
          UserDetailList: [
            {
              UserName: 'hanako',
              Arn: user(MEMBER),
              UserPolicyList: [{ PolicyName: 'all', PolicyDocument: encodeURIComponent(JSON.stringify(all)) }],
            },
          ],
        },
      },
    ],
    [`aws:${MEMBER}:ap-northeast-1:ec2:DescribeVpcEndpoints`]: [
      { response: { VpcEndpoints: [{ VpcEndpointId: 'vpce-1', VpcId: 'vpc-1', PolicyDocument: JSON.stringify(orders) }] } },
    ],
  };
  const of = async (action: string, object: string): Promise<readonly string[]> =>
    told(await whoCan(answers, action, `arn:aws:s3:::${object}`));
  assert.deepEqual(await of('s3:GetObject', 'orders-bucket/a.csv'), [`${user(MEMBER)}, perhaps`]);
  assert.deepEqual(await of('s3:GetObject', 'other-bucket/a.csv'), []);
  assert.deepEqual(await of('s3:PutObject', 'orders-bucket/a.csv'), []);
});

test('roles of Identity Center and of services are told with what they hold', async () => {
  const read = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] };
  const role = (Path: string, RoleName: string): Json => ({
    RoleName,
    Path,
    Arn: `arn:aws:iam::${MEMBER}:role${Path}${RoleName}`,
    RolePolicyList: [{ PolicyName: 'read', PolicyDocument: encodeURIComponent(JSON.stringify(read)) }],
  });
  const roles = [
    role('/aws-reserved/sso.amazonaws.com/', 'AWSReservedSSO_read_0123456789abcdef'),
    role('/aws-service-role/replication.example.amazonaws.com/', 'AWSServiceRoleForExample'),
  ];
  const found = await whoCan(
    { [`aws:${MEMBER}:global:iam:GetAccountAuthorizationDetails`]: [{ response: { RoleDetailList: roles } }] },
    's3:GetObject',
    'arn:aws:s3:::orders-bucket/a.csv',
  );
  assert.equal(told(found).length, 2);
});
