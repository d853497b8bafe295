import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { CallPlace, CallRecord, CoverageGap } from '@kumomori/model';
import { inFolder } from '../testing/index.ts';
import { openSnapshot } from './open-snapshot.ts';
import type { SnapshotWriterOptions } from './begin-collection.ts';
import type { CollectionEnd } from './end-collection.ts';
import { openSnapshotWriter } from './writer.ts';

const at = '2026-11-22T09:00:00Z';
const options: SnapshotWriterOptions = {
  provider: 'aws',
  tool: { name: 'kumomori', version: '0.1.0' },
  startedAt: at,
  redaction: 'keyed-fingerprint',
  resume: false,
};
const place: CallPlace = {
  provider: 'aws',
  account: '123456789012',
  region: 'ap-northeast-1',
  service: 'sqs',
  operation: 'GetQueueAttributes',
};
const path = 'raw/aws/123456789012/ap-northeast-1/sqs/GetQueueAttributes.jsonl.gz';
const end: CollectionEnd = {
  principals: [{ provider: 'aws', principal: 'arn:aws:iam::123456789012:role/audit' }],
  scopes: [{ provider: 'aws', account: '123456789012', regions: ['ap-northeast-1'] }],
  gaps: [],
  calls: { 'aws:sqs:GetQueueAttributes': 2 },
  finishedAt: '2026-11-22T09:05:00Z',
};
const answer = (name: string): CallRecord => ({ request: { QueueUrl: name }, at, response: { Attributes: { QueueArn: name } } });
const failure = (name: string, code: string): CallRecord => ({ request: { QueueUrl: name }, at, error: { code, message: 'no' } });
const resumed = { ...options, resume: true };
const namesIn = (folder: string): readonly unknown[] =>
  openSnapshot(folder)
    .recordedCalls('aws', '123456789012')
    .of('sqs', 'GetQueueAttributes')
    .map(({ record }) => record.request['QueueUrl']);

test('what is recorded is read back, sealed, private, and readable without kumomori', async () => {
  await inFolder({}, async (parent) => {
    const folder = join(parent, 'snapshots/today');
    const writer = openSnapshotWriter(folder, options);
    await Promise.all([
      writer.record(place, answer('orders')),
      writer.record(place, answer('mails')),
      writer.record(place, answer('returns')),
    ]);
    const manifest = await writer.finish(end);
    const snapshot = openSnapshot(folder);
    assert.deepEqual(snapshot.manifest, manifest);
    assert.equal(snapshot.isFinished, true);
    assert.deepEqual(await snapshot.verify(), { isSealed: true, files: 1, problems: [] });
    assert.deepEqual(namesIn(folder), ['orders', 'mails', 'returns']);
    assert.deepEqual(manifest.calls, { 'aws:sqs:GetQueueAttributes': 3 });
    assert.deepEqual(Object.keys(manifest.files), [path]);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, 'raw/aws')).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, path)).mode & 0o777, 0o600);
    assert.equal(statSync(join(folder, 'manifest.json')).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(folder).sort(), ['manifest.json', 'raw']);
    const zcat = spawnSync('gzip', ['-dc', join(folder, path)], { encoding: 'utf8' });
    assert.deepEqual(JSON.parse(zcat.stdout.split('\n')[1] ?? ''), answer('mails'));
  });
});

test('many small members become few when the collection ends, and nothing is lost', async () => {
  await inFolder({}, async (folder) => {
    const writer = openSnapshotWriter(folder, options);
    for (let number = 0; number < 500; number += 1) await writer.record(place, answer(`queue-${number}`));
    const before = statSync(join(folder, path)).size;
    await writer.finish(end);
    assert.ok(statSync(join(folder, path)).size < before / 5);
    assert.deepEqual(
      namesIn(folder),
      Array.from({ length: 500 }, (_, number) => `queue-${number}`),
    );
    assert.equal(
      gunzipSync(readFileSync(join(folder, path)))
        .toString('utf8')
        .split('\n').length,
      501,
    );
  });
});

const names: readonly string[] = [
  '../../../etc',
  '..',
  '.',
  '',
  'a/b\\c',
  'CON',
  'nul.txt',
  '.hidden',
  'ends.',
  'ü',
  'a\0b',
  'arn:aws:eks:x:1:cluster/y',
  'x'.repeat(5000),
];
for (const name of names) {
  test(`a cloud that calls things ${JSON.stringify(name.slice(0, 30))} stays inside of the folder`, async () => {
    await inFolder({}, async (parent) => {
      const folder = join(parent, 'snapshot');
      const writer = openSnapshotWriter(folder, options);
      await writer.record({ provider: 'aws', account: name, region: name, service: name, operation: name }, answer('orders'));
      await writer.finish({ ...end, scopes: [] });
      assert.deepEqual(readdirSync(parent), ['snapshot']);
      const snapshot = openSnapshot(folder);
      const [account] = snapshot.accounts();
      if (name.length < 100) assert.equal(account?.account, name);
      assert.equal(snapshot.recordedCalls('aws', name).of(name, name).length, 1);
      assert.deepEqual(await snapshot.verify(), { isSealed: true, files: 1, problems: [] });
    });
  });
}

test('a resumed collection knows answers and lasting errors; what failed for a passing reason is asked again', async () => {
  await inFolder({}, async (folder) => {
    const first = openSnapshotWriter(folder, options);
    await first.record(place, answer('orders'));
    await first.record(place, failure('mails', 'AccessDenied'));
    for (const code of ['ThrottlingException', 'TimeoutError', 'ECONNRESET', '503', 'ExpiredToken', 'InternalFailure'])
      await first.record(place, failure(`queue-${code}`, code));
    assert.equal(first.recorded(place, { QueueUrl: 'orders' }), null);
    await first.finish({ ...end, finishedAt: null });
    assert.equal(openSnapshot(folder).isFinished, false);

    const second = openSnapshotWriter(folder, resumed);
    assert.deepEqual(second.recorded(place, { QueueUrl: 'orders' }), answer('orders'));
    assert.deepEqual(second.recorded(place, { QueueUrl: 'mails' }), failure('mails', 'AccessDenied'));
    assert.equal(second.recorded(place, { QueueUrl: 'queue-503' }), null);
    assert.equal(second.recorded(place, { QueueUrl: 'elsewhere' }), null);
    assert.equal(second.recorded({ ...place, region: 'eu-west-1' }, { QueueUrl: 'orders' }), null);
    await second.record(place, answer('queue-503'));
    const manifest = await second.finish(end);
    assert.equal(manifest.finishedAt, end.finishedAt);
    const read = openSnapshot(folder).recordedCalls('aws', '123456789012').of('sqs', 'GetQueueAttributes');
    assert.deepEqual(
      read.filter(({ record }) => record.request['QueueUrl'] === 'queue-503').map(({ record }) => record),
      [answer('queue-503')],
    );
  });
});

test('a torn last member is cut off before more is written', async () => {
  await inFolder({}, async (folder) => {
    const first = openSnapshotWriter(folder, options);
    await first.record(place, answer('orders'));
    await first.record(place, answer('mails'));
    first.close();
    const whole = readFileSync(join(folder, path));
    for (const torn of [whole.subarray(0, 5), whole.subarray(0, 30), Buffer.alloc(40)]) {
      writeFileSync(join(folder, path), Buffer.concat([whole, torn]));
      const second = openSnapshotWriter(folder, resumed);
      await second.record(place, answer('returns'));
      second.close();
      assert.deepEqual(namesIn(folder), ['orders', 'mails', 'returns']);
    }
  });
});

test('kill -9 loses nothing that was acknowledged, and the collection goes on', async () => {
  await inFolder({}, async (folder) => {
    const writerUrl = new URL('./writer.ts', import.meta.url).href;
    const script = `
      const { openSnapshotWriter } = await import(${JSON.stringify(writerUrl)});
      const writer = openSnapshotWriter(${JSON.stringify(folder)}, ${JSON.stringify(options)});
      for (let number = 0; ; number += 4)
        await Promise.all([0, 1, 2, 3].map(async (more) => {
          const name = 'queue-' + (number + more);
          await writer.record(${JSON.stringify(place)}, { request: { QueueUrl: name }, at: '', response: { filler: name.repeat(200) } });
          process.stdout.write(name + '\\n');
        }));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let acknowledged = '';
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        acknowledged += chunk.toString('utf8');
        if (acknowledged.length > 20_000) child.kill('SIGKILL');
      });
      child.on('close', () => resolve());
    });
    const expected = acknowledged.split('\n').slice(0, -1);
    const found = new Set(namesIn(folder));
    assert.ok(expected.length > 500);
    assert.deepEqual(
      expected.filter((name) => !found.has(name)),
      [],
    );
    assert.throws(() => openSnapshotWriter(folder, options), { code: 'unfinished' });
    const writer = openSnapshotWriter(folder, resumed);
    assert.ok(expected.every((name) => writer.recorded(place, { QueueUrl: name })));
    const manifest = await writer.finish({ ...end, calls: {} });
    assert.ok((manifest.calls['aws:sqs:GetQueueAttributes'] ?? 0) >= expected.length);
    assert.deepEqual(await openSnapshot(folder).verify(), { isSealed: true, files: 1, problems: [] });
  });
});

test('a full disk is said, and what was written before stays whole', async () => {
  await inFolder({}, (folder) => {
    const writerUrl = new URL('./writer.ts', import.meta.url).href;
    const script = `
      const { openSnapshotWriter } = await import(${JSON.stringify(writerUrl)});
      const { randomBytes } = await import('node:crypto');
      const writer = openSnapshotWriter(${JSON.stringify(folder)}, ${JSON.stringify(options)});
      try {
        for (let number = 0; number < 100; number += 1)
          await writer.record(${JSON.stringify(place)}, { request: { QueueUrl: 'queue-' + number }, at: '', response: randomBytes(3000).toString('base64') });
      } catch (error) {
        process.stdout.write(error.code);
      }
      const again = await writer.record(${JSON.stringify({ ...place, region: 'eu-west-1' })}, { request: {}, at: '', response: {} }).catch((error) => error.code);
      process.stdout.write(' ' + again);`;
    // A limit on the size of files stands for the disk: 32 blocks of 512 or 1024 bytes.
    const child = spawnSync('sh', ['-c', 'ulimit -f 32; exec "$0" --input-type=module -e "$1"', process.execPath, script], {
      encoding: 'utf8',
    });
    assert.equal(child.stdout, 'disk-full disk-full', child.stderr);
    const snapshot = openSnapshot(folder);
    const records = snapshot.recordedCalls('aws', '123456789012').of('sqs', 'GetQueueAttributes');
    assert.ok(records.length >= 3);
    assert.deepEqual(snapshot.diagnostics, []);
  });
});

test('a folder that holds something else is left alone', async () => {
  await inFolder({ 'main.tf': '' }, (folder) => {
    assert.throws(() => openSnapshotWriter(folder, options), { code: 'occupied' });
    assert.deepEqual(readdirSync(folder), ['main.tf']);
  });
  await inFolder({ file: '' }, (folder) => {
    assert.throws(() => openSnapshotWriter(join(folder, 'file'), options), { code: 'occupied' });
  });
});

test('a finished snapshot is not begun again, but takes a further provider and keeps its hashes', async () => {
  await inFolder({}, async (folder) => {
    const first = openSnapshotWriter(folder, options);
    await first.record(place, answer('orders'));
    await first.finish(end);
    assert.throws(() => openSnapshotWriter(folder, options), { code: 'occupied' });
    appendFileSync(join(folder, path), 'tampered');
    const second = openSnapshotWriter(folder, { ...options, provider: 'gcp' });
    await second.record({ ...place, provider: 'gcp', account: 'orders-prod' }, answer('orders'));
    const manifest = await second.finish({
      ...end,
      principals: [{ provider: 'gcp', principal: 'auditor@example.com' }],
      scopes: [],
      calls: {},
    });
    assert.deepEqual(
      manifest.principals.map(({ provider }) => provider),
      ['aws', 'gcp'],
    );
    assert.deepEqual((await openSnapshot(folder).verify()).problems, [{ path, kind: 'changed' }]);
  });
});

test('gaps of earlier vanish when their call was answered, and stay when nobody came to it', async () => {
  const gap = (operation: string, reason = 'ThrottlingException'): CoverageGap => ({
    scope: 'aws:123456789012:ap-northeast-1:sqs',
    operation,
    reason,
    permission: null,
  });
  await inFolder({}, async (folder) => {
    const first = openSnapshotWriter(folder, options);
    await first.record(place, failure('orders', 'ThrottlingException'));
    await first.finish({ ...end, finishedAt: null, gaps: [gap('GetQueueAttributes'), gap('ListQueues'), gap('ListQueueTags')] });
    const second = openSnapshotWriter(folder, resumed);
    await second.record(place, answer('orders'));
    const { gaps } = await second.finish({ ...end, gaps: [gap('ListQueueTags', 'AccessDenied')] });
    assert.deepEqual(gaps, [gap('ListQueues'), gap('ListQueueTags', 'AccessDenied')]);
  });
});

test('secrets are either kept or not, in one snapshot', async () => {
  await inFolder({}, async (folder) => {
    const first = openSnapshotWriter(folder, options);
    await first.record(place, answer('orders'));
    first.close();
    assert.throws(() => openSnapshotWriter(folder, { ...resumed, redaction: 'none' }), { code: 'redaction-differs' });
  });
});

test('two collections never write into one folder; the lock of a dead one is taken over', async () => {
  await inFolder({}, async (folder) => {
    const first = openSnapshotWriter(folder, options);
    assert.throws(() => openSnapshotWriter(folder, resumed), { code: 'in-use' });
    first.close();
    const { hostname } = await import('node:os');
    writeFileSync(join(folder, '.lock'), `999999999 ${hostname()}\n`);
    openSnapshotWriter(folder, resumed).close();
    assert.equal(existsSync(join(folder, '.lock')), false);
    writeFileSync(join(folder, '.lock'), '1 elsewhere.example.com\n');
    assert.throws(() => openSnapshotWriter(folder, resumed), { code: 'in-use' });
  });
});

test('an answer that is too long to be kept is a failed call, and the collection goes on', async () => {
  await inFolder({}, async (folder) => {
    const writer = openSnapshotWriter(folder, options);
    await writer.record(place, { request: { QueueUrl: 'orders' }, at, response: 'x'.repeat(65 * 1024 * 1024) });
    await writer.record(place, answer('mails'));
    await writer.finish(end);
    const records = openSnapshot(folder).recordedCalls('aws', '123456789012').of('sqs', 'GetQueueAttributes');
    assert.deepEqual(
      records.map(({ record }) => record.error?.code),
      ['AnswerTooLong', undefined],
    );
  });
});

test('what is answered after the end is not kept, so that the manifest stays true', async () => {
  await inFolder({}, async (folder) => {
    const writer = openSnapshotWriter(folder, options);
    await writer.record(place, answer('orders'));
    await writer.finish(end);
    await assert.rejects(writer.record(place, answer('mails')), { code: 'closed' });
    assert.deepEqual((await openSnapshot(folder).verify()).problems, []);
  });
});

test('what was stopped is what is resumed, also in a snapshot of several clouds', async () => {
  await inFolder({}, async (folder) => {
    const gcp: SnapshotWriterOptions = { ...options, provider: 'gcp' };
    const first = openSnapshotWriter(folder, options);
    await first.record(place, answer('orders'));
    await first.finish(end);
    openSnapshotWriter(folder, gcp).close();
    assert.equal(openSnapshot(folder).isFinished, true);
    const second = openSnapshotWriter(folder, gcp);
    await second.record({ ...place, provider: 'gcp', account: 'orders-prod' }, answer('orders'));
    await second.finish({ ...end, principals: [], scopes: [], finishedAt: null });
    assert.throws(() => openSnapshotWriter(folder, resumed), { code: 'unfinished', detail: 'gcp' });
    const third = openSnapshotWriter(folder, { ...gcp, resume: true });
    await third.finish({ ...end, principals: [], scopes: [] });
    assert.equal(openSnapshot(folder).isFinished, true);
    assert.deepEqual(readdirSync(folder).sort(), ['manifest.json', 'raw']);
  });
});
