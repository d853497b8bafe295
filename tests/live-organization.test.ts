/** An organization in moto: collected from its management account and a member, its service control policy limits who can do what there. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import {
  AttachPolicyCommand,
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  CreatePolicyCommand,
  EnablePolicyTypeCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { Moto } from './support/moto/server.ts';
import { skipWithoutMoto, startMoto } from './support/moto/server.ts';
import { temporaryFolder } from './support/temporary.ts';

const MAIN = join(import.meta.dirname, '../packages/app/src/cli/main.ts');
const dataFolder = temporaryFolder('data');

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

const management: Keys = { accessKeyId: 'testing', secretAccessKey: 'testing' };
const statement = (Effect: string, Action: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Action, Resource: '*' }] });

describe('a live organization', { skip: skipWithoutMoto }, () => {
  let moto: Moto;
  let member: { readonly id: string; readonly keys: Keys };
  let snapshots: readonly string[] = [];

  before(async () => {
    moto = await startMoto();
    member = await makeOrganization(moto.endpoint);
    const folder = temporaryFolder('live-organization');
    snapshots = [join(folder, 'management'), join(folder, 'member')];
    for (const [index, keys] of [management, member.keys].entries()) {
      const parameters = ['--endpoint-url', moto.endpoint, '--region', 'us-east-1', '--output', snapshots[index] ?? '', '--quiet'];
      const { status, errors } = await kumomori(['collect', 'aws', ...parameters, '--service', 'iam,organizations'], keys);
      assert.equal(status, 0, errors);
    }
  });

  after(() => moto.stop());

  const whoCan = async (action: string, targets: readonly string[]): Promise<readonly string[]> => {
    const asked = ['--action', action, '--resource', `arn:aws:iam::${member.id}:user/hanako`, '--format', 'json'];
    const { status, output, errors } = await kumomori(['iam', 'who-can', ...targets, ...asked], management);
    assert.equal(status, 0, errors);
    const { grantees } = JSON.parse(output) as { readonly grantees: readonly { readonly principal: string }[] }; // the command's own
    return grantees.map(({ principal }) => principal);
  };

  test('what the policy of its unit denies nobody in the account can do', async () => {
    const hanako = [`arn:aws:iam::${member.id}:user/hanako`];
    assert.deepEqual(await whoCan('iam:GetUser', snapshots), hanako);
    assert.deepEqual(await whoCan('iam:CreateAccessKey', snapshots), []);
    // The member's own snapshot cannot know.
    assert.deepEqual(await whoCan('iam:CreateAccessKey', snapshots.slice(1)), hanako);
  });
});

/** A unit with an account and a policy that denies new keys; in the account a user who may do everything. */
async function makeOrganization(endpoint: string): Promise<{ readonly id: string; readonly keys: Keys }> {
  const connection = { endpoint, region: 'us-east-1', credentials: management };
  const client = new OrganizationsClient(connection);
  await client.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const root = (await client.send(new ListRootsCommand({}))).Roots?.[0]?.Id ?? '';
  await client.send(new EnablePolicyTypeCommand({ RootId: root, PolicyType: 'SERVICE_CONTROL_POLICY' }));
  const unit = (await client.send(new CreateOrganizationalUnitCommand({ ParentId: root, Name: 'shops' }))).OrganizationalUnit?.Id ?? '';
  const made = await client.send(new CreateAccountCommand({ AccountName: 'orders', Email: 'orders@example.com' }));
  const id = made.CreateAccountStatus?.AccountId ?? '';
  await client.send(new MoveAccountCommand({ AccountId: id, SourceParentId: root, DestinationParentId: unit }));
  const { Policy } = await client.send(
    new CreatePolicyCommand({
      Name: 'no-keys',
      Description: 'No new keys',
      Type: 'SERVICE_CONTROL_POLICY',
      Content: statement('Deny', 'iam:CreateAccessKey'),
    }),
  );
  await client.send(new AttachPolicyCommand({ PolicyId: Policy?.PolicySummary?.Id, TargetId: unit }));
  const role = `arn:aws:iam::${id}:role/OrganizationAccountAccessRole`;
  const { Credentials } = await new STSClient(connection).send(new AssumeRoleCommand({ RoleArn: role, RoleSessionName: 'test' }));
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  const keys = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  const iam = new IAMClient({ ...connection, credentials: keys });
  await iam.send(new CreateUserCommand({ UserName: 'hanako' }));
  await iam.send(new PutUserPolicyCommand({ UserName: 'hanako', PolicyName: 'all', PolicyDocument: statement('Allow', '*') }));
  return { id, keys };
}

async function kumomori(
  parameters: readonly string[],
  { accessKeyId, secretAccessKey, sessionToken }: Keys,
): Promise<{ readonly status: number | null; readonly output: string; readonly errors: string }> {
  const { promise, resolve } = Promise.withResolvers<{ status: number | null; output: string; errors: string }>();
  const child = spawn(process.execPath, [MAIN, ...parameters], {
    env: {
      ...process.env,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
      AWS_REGION: 'us-east-1',
      KUMOMORI_DATA_DIR: dataFolder,
    },
  });
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.on('close', (status) => resolve({ status, output, errors }));
  return await promise;
}
