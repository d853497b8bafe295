/**
 * Collecting again by audit events: an estate in moto is collected, some of it is changed through the SDK, and what CloudTrail would have told
 * of that leads to the verdicts of a collection that asks everything. Skipped unless KUMOMORI_TEST_MOTO names moto_server.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { AuthorizeSecurityGroupIngressCommand, CreateSecurityGroupCommand, CreateTagsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateBucketCommand,
  DeletePublicAccessBlockCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateKeyCommand, KMSClient, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { CreateQueueCommand, DeleteQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ScanReport } from '@kumomori/model';
import type { CountingProxy } from './support/counting-proxy.ts';
import { startCountingProxy } from './support/counting-proxy.ts';
import { buildEstate } from './support/moto/estate.ts';
import type { Moto } from './support/moto/server.ts';
import { skipWithoutMoto, startMoto } from './support/moto/server.ts';
import { temporaryFolder } from './support/temporary.ts';

const MAIN = join(import.meta.dirname, '../packages/app/src/cli/main.ts');
const REGION = 'us-east-1';
const ACCOUNT = '123456789012';
const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
const dataFolder = temporaryFolder('data');

/** What CloudTrail writes of a call, as far as it matters. */
function event(source: string, eventName: string, requestParameters: object, more: object = {}): object {
  return {
    eventVersion: '1.11',
    eventTime: '2026-11-22T10:00:00Z',
    eventSource: `${source}.amazonaws.com`,
    eventName,
    awsRegion: REGION,
    recipientAccountId: ACCOUNT,
    readOnly: false,
    managementEvent: true,
    requestParameters,
    responseElements: null,
    ...more,
  };
}

describe('collecting again what audit events tell of', { skip: skipWithoutMoto }, () => {
  let moto: Moto;
  let proxy: CountingProxy;
  const folder = temporaryFolder('live-changes');
  const [old, full, again, noEvents, log] = ['old', 'full', 'again', 'answers', 'events.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
    string,
  ];
  let [callsOfAll, callsOfSome] = [0, 0];

  before(async () => {
    moto = await startMoto();
    proxy = await startCountingProxy(moto.endpoint);
    const connection = { endpoint: moto.endpoint, region: REGION, credentials };
    await buildEstate(connection);
    await buildChanging(connection);
    await kumomori(collect(proxy.endpoint, old));
    writeFileSync(log, JSON.stringify({ Records: await change(connection) }));
    const before = proxy.total();
    await kumomori([...collect(proxy.endpoint, again), '--since', old, '--resources-from', log]);
    callsOfSome = proxy.total() - before;
    await kumomori(collect(proxy.endpoint, full));
    callsOfAll = proxy.total() - before - callsOfSome;
  });

  after(() => {
    proxy.stop();
    moto.stop();
  });

  test('the verdicts are those of a collection that asks everything', async () => {
    const [one, other, earlier] = await Promise.all([again, full, old].map(verdictsOf));
    assert.deepEqual(one, other);
    assert.notDeepEqual(earlier, other);
  });

  test('judging what differs tells the failures that are new and over', async () => {
    const parameters = ['scan', again, '--changed-since', old, '--format', 'json', '--fail-on', 'none', '--include', 'pass,not-applicable'];
    const report = JSON.parse(await kumomori(parameters)) as ScanReport; // our own report
    const [now, then] = await Promise.all([again, old].map(verdictsOf));
    const same = new Set(then);
    const judged = new Set(statuses(report));
    // Whatever is not as it was has been judged, and judged like the whole.
    assert.deepEqual(
      now?.filter((each) => !same.has(each) && !judged.has(each)),
      [],
    );
    const all = new Set(now);
    assert.deepEqual(
      [...judged].filter((each) => !all.has(each)),
      [],
    );
    const { resources, new: come } = report.changedSince ?? assert.fail('nothing is told of what changed');
    assert.ok(resources.changed > 0 && resources.added > 0 && resources.removed > 0, JSON.stringify(resources));
    assert.ok(judged.size * 3 < all.size, `${judged.size} of ${all.size} verdicts`);
    assert.ok(come.some(({ checkId, resource }) => checkId.startsWith('aws-s3-') && resource.name === 'changing-bucket'));
    assert.ok(come.some(({ checkId }) => checkId.startsWith('aws-ec2-') || checkId.startsWith('aws-vpc-')));
  });

  test('few calls are made', (context) => {
    context.diagnostic(`${callsOfSome} calls instead of ${callsOfAll}`);
    assert.ok(callsOfSome * 5 < callsOfAll, `${callsOfSome} calls, ${callsOfAll} for everything`);
  });

  test('the new snapshot is whole, and so is the one it goes on from', async () => {
    await kumomori(['snapshot', 'verify', again]);
    await kumomori(['snapshot', 'verify', old]);
  });

  test('without events everything is listed again, and what cannot have changed is not asked about', async () => {
    const before = proxy.total();
    await kumomori([...collect(proxy.endpoint, noEvents), '--since', old]);
    const calls = proxy.total() - before;
    assert.ok(calls < callsOfAll, `${calls} calls, ${callsOfAll} for everything`);
    assert.deepEqual(await verdictsOf(noEvents), await verdictsOf(full));
  });
});

interface Connection {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: typeof credentials;
}

let [group, key] = ['', ''];

async function buildChanging(connection: Connection): Promise<void> {
  const s3 = new S3Client({ ...connection, forcePathStyle: true });
  const ec2 = new EC2Client(connection);
  const sqs = new SQSClient(connection);
  await s3.send(new CreateBucketCommand({ Bucket: 'changing-bucket' }));
  await new IAMClient(connection).send(new CreateUserCommand({ UserName: 'changing-user' }));
  group = (await ec2.send(new CreateSecurityGroupCommand({ GroupName: 'changing', Description: 'changing' }))).GroupId ?? '';
  await sqs.send(new CreateQueueCommand({ QueueName: 'changing-queue' }));
  key = (await new KMSClient(connection).send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
}

/** Changes the estate; the events that tell of it. */
async function change(connection: Connection): Promise<readonly object[]> {
  const s3 = new S3Client({ ...connection, forcePathStyle: true });
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::changing-bucket/*' }],
  });
  await s3.send(new DeletePublicAccessBlockCommand({ Bucket: 'changing-bucket' }));
  await s3.send(new PutBucketPolicyCommand({ Bucket: 'changing-bucket', Policy: policy }));
  await s3.send(new CreateBucketCommand({ Bucket: 'new-bucket' }));
  await s3.send(new PutBucketVersioningCommand({ Bucket: 'new-bucket', VersioningConfiguration: { Status: 'Enabled' } }));
  const permission = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
  await new EC2Client(connection).send(new AuthorizeSecurityGroupIngressCommand({ GroupId: group, IpPermissions: [permission] }));
  await new EC2Client(connection).send(new CreateTagsCommand({ Resources: [group], Tags: [{ Key: 'team', Value: 'orders' }] }));
  await new KMSClient(connection).send(new ScheduleKeyDeletionCommand({ KeyId: key.split('/')[1], PendingWindowInDays: 7 }));
  const made = await new IAMClient(connection).send(new CreateAccessKeyCommand({ UserName: 'changing-user' }));
  const sqs = new SQSClient(connection);
  const queueUrl = `${connection.endpoint}/${ACCOUNT}/changing-queue`;
  await sqs.send(new DeleteQueueCommand({ QueueUrl: queueUrl }));
  return [
    event('s3', 'DeleteBucketPublicAccessBlock', { publicAccessBlock: '', bucketName: 'changing-bucket' }),
    event('s3', 'PutBucketPolicy', { bucketName: 'changing-bucket', policy: '' }),
    event('s3', 'CreateBucket', { bucketName: 'new-bucket' }),
    event('s3', 'PutBucketVersioning', { bucketName: 'new-bucket', versioning: '' }),
    event('ec2', 'AuthorizeSecurityGroupIngress', { groupId: group, ipPermissions: {} }),
    event(
      'iam',
      'CreateAccessKey',
      { userName: 'changing-user' },
      { responseElements: { accessKey: { accessKeyId: made.AccessKey?.AccessKeyId } } },
    ),
    event('ec2', 'CreateTags', { resourcesSet: { items: [{ resourceId: group }] }, tagSet: {} }),
    event('kms', 'ScheduleKeyDeletion', { keyId: key, pendingWindowInDays: 7 }),
    event('sqs', 'DeleteQueue', { queueUrl }),
    // Nothing of these is anybody's business here.
    event('s3', 'PutBucketPolicy', { bucketName: 'other-bucket' }, { errorCode: 'AccessDenied' }),
    event('s3', 'GetBucketPolicy', { bucketName: 'other-bucket' }, { readOnly: true }),
    event('translate', 'CreateTerminology', { name: 'words' }),
  ];
}

function collect(endpoint: string, output: string): readonly string[] {
  return ['collect', 'aws', '--endpoint-url', endpoint, '--region', REGION, '--output', output, '--rate', '500'];
}

async function verdictsOf(snapshot: string): Promise<readonly string[]> {
  const output = await kumomori(['scan', snapshot, '--format', 'json', '--fail-on', 'none', '--include', 'pass,not-applicable']);
  return statuses(JSON.parse(output) as ScanReport); // our own report
}

function statuses({ findings }: ScanReport): readonly string[] {
  return findings.map(({ checkId, resource, status }) => `${checkId} ${resource.id} ${status}`).sort();
}

/** What it prints. Fails when it does not end well. */
async function kumomori(parameters: readonly string[]): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<{ status: number | null; output: string; errors: string }>();
  const environment = {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: REGION,
  };
  const child = spawn(process.execPath, [MAIN, ...parameters], { env: { ...process.env, ...environment, KUMOMORI_DATA_DIR: dataFolder } });
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.on('close', (status) => resolve({ status, output, errors }));
  const { status, output: said, errors: reason } = await promise;
  assert.equal(status, 0, reason);
  return said;
}
