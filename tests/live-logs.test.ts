/**
 * Logs of a bucket from end to end: objects are put into moto's S3, its notifications go through SQS, the command line follows the queue. Skipped
 * unless KUMOMORI_TEST_MOTO names moto_server.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { CreateBucketCommand, PutBucketNotificationConfigurationCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Moto } from './support/moto/server.ts';
import { skipWithoutMoto, startMoto } from './support/moto/server.ts';
import { temporaryFolder } from './support/temporary.ts';

const MAIN = join(import.meta.dirname, '../packages/app/src/cli/main.ts');
const REGION = 'ap-northeast-1';
const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
const BUCKET = 'orders-logs';

function recordsOf(from: number, to: number): Uint8Array {
  const records = Array.from({ length: to - from }, (_, index) => ({
    ...{ eventVersion: '1.11', eventTime: '2026-11-20T08:00:00Z', eventSource: 'cloudtrail.amazonaws.com', eventName: 'StopLogging' },
    ...{ awsRegion: REGION, sourceIPAddress: '192.0.2.10', userAgent: 'aws-cli/2.17.20', requestParameters: { name: 'orders' } },
    userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/alice', accountId: '123456789012', userName: 'alice' },
    ...{ eventID: `event-${from + index}`, eventType: 'AwsApiCall', recipientAccountId: '123456789012', eventCategory: 'Management' },
    readOnly: false,
  }));
  return gzipSync(JSON.stringify({ Records: records }));
}

interface Run {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** With `isEnough` it is interrupted, as by Ctrl-C, as soon as that is true. */
async function kumomori(parameters: readonly string[], isEnough?: (output: string) => Promise<boolean>): Promise<Run> {
  const environment = { AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing', AWS_REGION: REGION };
  const child = spawn(process.execPath, [MAIN, ...parameters], { env: { ...process.env, ...environment } });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  if (isEnough) {
    for (let tries = 0; tries < 240 && child.exitCode === null && !(await isEnough(output)); tries += 1) await setTimeout(250);
    child.kill('SIGTERM');
  }
  return { status: await ended, output, errors };
}

describe('logs in S3, told of by SQS', { skip: skipWithoutMoto }, () => {
  let moto: Moto;
  let s3: S3Client;
  let sqs: SQSClient;
  let queueUrl = '';

  before(async () => {
    moto = await startMoto();
    const connection = { endpoint: moto.endpoint, region: REGION, credentials };
    s3 = new S3Client({ ...connection, forcePathStyle: true });
    sqs = new SQSClient(connection);
    await s3.send(new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint: REGION } }));
    queueUrl = (await sqs.send(new CreateQueueCommand({ QueueName: 'orders-trail' }))).QueueUrl ?? '';
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['QueueArn'] }));
    const QueueArn = Attributes?.['QueueArn'] ?? '';
    const NotificationConfiguration = { QueueConfigurations: [{ QueueArn, Events: ['s3:ObjectCreated:*' as const] }] };
    await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket: BUCKET, NotificationConfiguration }));
  });

  after(() => {
    s3.destroy();
    sqs.destroy();
    moto.stop();
  });

  const put = async (name: string, body: Uint8Array): Promise<void> => {
    const Key = `AWSLogs/123456789012/CloudTrail/${REGION}/2026/11/20/123456789012_CloudTrail_${REGION}_20261120T0805Z_${name}.json.gz`;
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: body }));
  };
  const isDrained = async (): Promise<boolean> => {
    const AttributeNames = ['ApproximateNumberOfMessages' as const, 'ApproximateNumberOfMessagesNotVisible' as const];
    const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames }));
    return Object.values(Attributes).every((count) => count === '0');
  };

  test('what is put into the bucket is in the lake once, by the queue and by the listing', async () => {
    await put('a', recordsOf(0, 5));
    await put('b', recordsOf(5, 10));
    const lake = join(temporaryFolder('live-logs'), 'lake');
    const ingest = ['--lake', lake, '--endpoint-url', moto.endpoint, '--format', 'json'];
    const followed = await kumomori(['lake', 'ingest', 'sqs://orders-trail', '--follow', '--interval', '1', ...ingest], isDrained);
    assert.equal(followed.status, 0, followed.errors);
    const first = JSON.parse(followed.output) as { objects: { read: number }; events: number };
    assert.deepEqual([first.objects.read, first.events], [2, 10]);
    const listed = await kumomori(['lake', 'ingest', `s3://${BUCKET}/AWSLogs`, '--since', '2026-11-20', ...ingest]);
    const second = JSON.parse(listed.output) as { objects: { read: number; known: number } };
    assert.deepEqual([second.objects.read, second.objects.known], [0, 2], listed.errors);
  });

  test('a match is told while the queue is followed, before the run ends', async () => {
    await put('c', recordsOf(20, 21));
    const run = await kumomori(
      [
        'detect',
        'sqs://orders-trail',
        '--follow',
        '--interval',
        '1',
        '--format',
        'jsonl',
        '--no-behavior',
        '--endpoint-url',
        moto.endpoint,
      ],
      async (output) => output.includes('\n') && (await isDrained()),
    );
    assert.equal(run.status, 1, run.errors);
    assert.equal((JSON.parse(run.output.split('\n')[0] ?? '') as { title: string }).title, 'Trail stopped');
    assert.match(run.errors, /1 event in 1 object: 1 match/);
  });
});
