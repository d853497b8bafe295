import assert from 'node:assert/strict';
import { existsSync, linkSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { changesOf } from '@kumomori/collectors';
import type { CallPlace, CallRecord, CoverageGap, Json } from '@kumomori/model';
import { inFolder, writeSnapshot } from '../testing/index.ts';
import { openBase } from './base.ts';
import { openSnapshot } from './open-snapshot.ts';
import type { SnapshotWriter } from './writer.ts';
import { openSnapshotWriter } from './writer.ts';

const account = '123456789012';
const region = 'ap-northeast-1';
const place = (service: string, operation: string): CallPlace => ({ provider: 'aws', account, region, service, operation });
const answers = {
  [`aws:${account}:${region}:kms:ListKeys`]: [{ response: { Keys: [{ KeyId: 'key-1' }] } }],
  [`aws:${account}:${region}:sqs:ListQueues`]: [{ response: { QueueUrls: ['https://sqs.example.com/orders'] } }],
  [`aws:${account}:${region}:sqs:GetQueueAttributes`]: [
    { request: { QueueUrl: 'https://sqs.example.com/orders' }, error: { code: 'ThrottlingException', message: 'too fast' } },
  ],
};
const event: Json = { eventSource: 'sqs.amazonaws.com', eventName: 'CreateQueue', awsRegion: region, recipientAccountId: account };
const gap = (service: string): CoverageGap => ({
  scope: `aws:${account}:${region}:${service}`,
  operation: 'List',
  reason: 'AccessDenied',
  permission: null,
});

function going(
  folder: string,
  events: readonly Json[] | null,
  resume = false,
): { readonly writer: SnapshotWriter; readonly base: ReturnType<typeof openBase> } {
  const changes = events && changesOf('aws', events);
  const base = openBase(join(folder, 'old'), { provider: 'aws', changes, redaction: 'keyed-fingerprint' });
  const tool = { name: 'kumomori', version: '0.1.0' };
  const writer = openSnapshotWriter(join(folder, 'new'), {
    provider: 'aws',
    tool,
    startedAt: '2026-11-23T09:00:00.000Z',
    redaction: 'keyed-fingerprint',
    resume,
    base,
  });
  return { writer, base };
}
const end = { principals: [], scopes: [], gaps: [], calls: { 'aws:sqs:ListQueues': 1 }, finishedAt: '2026-11-23T09:01:00.000Z' };
const fileOf = (folder: string, name: string, service = 'kms', operation = 'ListKeys'): string =>
  join(folder, name, 'raw/aws', account, region, service, `${operation}.jsonl.gz`);

test('what nothing happened to is shared, what something happened to is the new collection', async () => {
  await inFolder({}, async (folder) => {
    await writeSnapshot(join(folder, 'old'), answers, { gaps: [gap('kms'), gap('sqs')] });
    const { writer, base } = going(folder, [event]);
    const record: CallRecord = { request: {}, at: '2026-11-23T09:00:30.000Z', response: { QueueUrls: [] } };
    await writer.record(place('sqs', 'ListQueues'), record);
    const manifest = await writer.finish(end);
    assert.equal(statSync(fileOf(folder, 'new')).ino, statSync(fileOf(folder, 'old')).ino);
    assert.ok(!existsSync(fileOf(folder, 'new', 'sqs', 'GetQueueAttributes')));
    const snapshot = openSnapshot(join(folder, 'new'));
    const calls = snapshot.recordedCalls('aws', account);
    assert.deepEqual(
      calls.of('sqs', 'ListQueues').map((each) => each.record),
      [record],
    );
    assert.equal(calls.of('kms', 'ListKeys').length, 1);
    assert.deepEqual((await snapshot.verify()).problems, []);
    assert.deepEqual(manifest.gaps, [gap('kms')]);
    assert.deepEqual(manifest.calls, end.calls);
    assert.deepEqual(manifest.basedOn, { ...base.basedOn, by: 'events', changes: 1, startedAt: '2026-11-22T09:00:00.000Z' });
    assert.match(manifest.basedOn?.manifest ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual(snapshot.manifest, manifest);
    assert.deepEqual(manifest.scopes, [{ provider: 'aws', account, regions: [region] }]);
  });
});

test('answers of before are found, but for failures that may be over', async () => {
  await inFolder({}, async (folder) => {
    await writeSnapshot(join(folder, 'old'), answers);
    const { writer, base } = going(folder, null);
    const { earlier } = base;
    assert.deepEqual(earlier.find(place('kms', 'ListKeys'), {})?.response, { Keys: [{ KeyId: 'key-1' }] });
    assert.equal(earlier.find(place('sqs', 'GetQueueAttributes'), { QueueUrl: 'https://sqs.example.com/orders' }), null);
    assert.deepEqual(earlier.records(place('sqs', 'GetQueueAttributes')), []);
    assert.equal(earlier.isTaken(place('kms', 'ListKeys')), false, 'without events nothing is taken unseen');
    await writer.finish(end);
    assert.ok(!existsSync(fileOf(folder, 'new')));
  });
});

test('whoever writes to a shared file writes to a copy', async () => {
  await inFolder({}, async (folder) => {
    await writeSnapshot(join(folder, 'old'), answers);
    const before = readFileSync(fileOf(folder, 'old'));
    const { writer } = going(folder, [event]);
    await writer.finish({ ...end, finishedAt: null });
    const { writer: resumed } = going(folder, [event], true);
    await resumed.record(place('kms', 'ListKeys'), { request: { Marker: 'b' }, at: '2026-11-23T09:00:30.000Z', response: { Keys: [] } });
    await resumed.finish(end);
    assert.deepEqual(readFileSync(fileOf(folder, 'old')), before);
    const snapshot = openSnapshot(join(folder, 'new'));
    assert.equal(snapshot.recordedCalls('aws', account).of('kms', 'ListKeys').length, 2);
    assert.deepEqual((await snapshot.verify()).problems, []);
    assert.deepEqual((await openSnapshot(join(folder, 'old')).verify()).problems, []);
  });
});

test('a file that was changed in the earlier snapshot is found out in the later one', async () => {
  await inFolder({}, async (folder) => {
    await writeSnapshot(join(folder, 'old'), answers);
    const file = fileOf(folder, 'old');
    linkSync(file, `${file}.copy`);
    writeFileSync(file, 'else');
    const { writer } = going(folder, [event]);
    await writer.finish(end);
    const { problems } = await openSnapshot(join(folder, 'new')).verify();
    assert.deepEqual(
      problems.map(({ kind }) => kind),
      ['changed'],
    );
  });
});

test('nothing goes on from what is unfinished, of another cloud, with other secrets, or no snapshot', async () => {
  await inFolder({}, async (folder) => {
    const options = { provider: 'aws', changes: null, redaction: 'keyed-fingerprint' } as const;
    await writeSnapshot(join(folder, 'whole'), answers);
    await writeSnapshot(join(folder, 'secrets'), answers, { redaction: 'none' });
    const tool = { name: 'kumomori', version: '0.1.0' };
    const torn = openSnapshotWriter(join(folder, 'torn'), { ...options, tool, startedAt: '2026-11-22T09:00:00.000Z', resume: false });
    await torn.record(place('kms', 'ListKeys'), { request: {}, at: '2026-11-22T09:00:00.000Z', response: {} });
    await torn.finish({ ...end, finishedAt: null });
    assert.throws(() => openBase(join(folder, 'torn'), options), { code: 'base-unusable' });
    assert.throws(() => openBase(join(folder, 'whole'), { ...options, provider: 'gcp' }), { code: 'base-unusable' });
    assert.throws(() => openBase(join(folder, 'secrets'), options), { code: 'redaction-differs' });
    assert.throws(() => openBase(join(folder, 'nowhere'), options), { code: 'missing' });
  });
});
