import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketAnswers, inFolder, inSnapshots, writeSnapshot } from '../testing/index.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import { listSnapshots } from './list-snapshots.ts';
import { resourceHistory } from './resource-history.ts';

const days = ['2026-11-20T09:00:00.000Z', '2026-11-21T09:00:00.000Z', '2026-11-22T09:00:00.000Z'] as const;
const arn = 'arn:aws:s3:::orders-bucket';
const refused = { error: { code: 'AccessDenied', message: 'no' } };

test('a history tells what changed between one snapshot and the next', async () => {
  await inFolder({}, async (folder) => {
    await writeSnapshot(inSnapshots(folder, 'c'), bucketAnswers({ Status: 'Enabled' }), { startedAt: days[0] });
    await writeSnapshot(inSnapshots(folder, 'b'), bucketAnswers({ Status: 'Enabled' }), { startedAt: days[1] });
    await writeSnapshot(inSnapshots(folder, 'a'), bucketAnswers({ Status: 'Suspended' }), { startedAt: days[2] });
    for (const asked of [arn, 'orders-bucket', 'ORDERS-BUCKET']) {
      const histories = resourceHistory(asked, { snapshots: 'snapshots', cwd: folder, language: 'en' });
      const bucket = histories.find(({ type }) => type === 'aws.s3.bucket');
      assert.ok(histories.every(({ type }) => type.startsWith('aws.s3.')));
      assert.deepEqual(
        bucket?.entries.map(({ folder: path, at, state }) => [path, at, state]),
        [
          ['snapshots/c', days[0], 'first'],
          ['snapshots/b', days[1], 'same'],
          ['snapshots/a', days[2], 'changed'],
        ],
      );
      assert.deepEqual(bucket?.entries[2]?.change?.attributes, [
        { path: 'versioning.status', before: 'Enabled', after: 'Suspended', isCertain: true },
      ]);
    }
  });
});

test('a resource that goes and comes back; an account that was not collected; a listing that was refused', async () => {
  await inFolder({}, async (folder) => {
    const none = { 'aws:123456789012:global:s3:ListBuckets': [{ response: { Buckets: [] } }] };
    const answers = [
      bucketAnswers({ Status: 'Enabled' }),
      none,
      none,
      bucketAnswers({ Status: 'Enabled' }),
      { 'aws:123456789012:global:s3:ListBuckets': [refused] },
      bucketAnswers({ Status: 'Enabled' }, { account: '210987654321' }),
      bucketAnswers({ Status: 'Suspended' }),
    ];
    for (const [index, each] of answers.entries())
      await writeSnapshot(inSnapshots(folder, `day-${index}`), each, { startedAt: `2026-11-${10 + index}T00:00:00.000Z` });
    const histories = resourceHistory('orders-bucket', { snapshots: '.', cwd: folder, language: 'en' });
    const own = histories.find(({ type, account }) => type === 'aws.s3.bucket' && account === '123456789012');
    assert.deepEqual(
      own?.entries.map(({ folder: path, state }) => `${path.slice(-1)} ${state}`),
      ['0 first', '1 removed', '3 added', '4 unknown', '5 not-collected', '6 changed'],
    );
    assert.match(own?.entries[3]?.change?.reason ?? '', /ListBuckets failed \(AccessDenied\)/);
  });
});

test('what is asked for and nobody has is an error, so is a folder without snapshots', async () => {
  await inFolder({ 'main.tf': '' }, async (folder) => {
    assert.throws(() => listSnapshots('.', { cwd: folder, language: 'en' }), { code: 'snapshot-missing' });
    await writeSnapshot(inSnapshots(folder, 'a'), bucketAnswers({}));
    assert.throws(() => resourceHistory('mails', { snapshots: '.', cwd: folder, language: 'en' }), { code: 'unknown-id' });
    assert.throws(() => diffSnapshots('snapshots/a', 'gone', { cwd: folder, language: 'en' }), { code: 'snapshot-missing' });
  });
});

test('a difference lists added, removed, changed resources, and accounts that only one side holds', async () => {
  await inFolder({}, async (folder) => {
    const before = { ...bucketAnswers({ Status: 'Enabled' }), ...bucketAnswers({}, { account: '111111111111', name: 'gone' }) };
    const after = {
      ...bucketAnswers({ Status: 'Enabled', MFADelete: 'Enabled' }),
      ...bucketAnswers({}, { account: '222222222222', name: 'come' }),
    };
    await writeSnapshot(inSnapshots(folder, 'a'), before, { startedAt: days[0] });
    await writeSnapshot(inSnapshots(folder, 'b'), after, { startedAt: days[1] });
    const diff = diffSnapshots('snapshots/a', 'snapshots/b', { cwd: folder, language: 'en' });
    assert.deepEqual(diff.notCompared, [
      { provider: 'aws', account: '111111111111', onlyIn: 'before' },
      { provider: 'aws', account: '222222222222', onlyIn: 'after' },
    ]);
    assert.deepEqual(
      diff.changes.map(({ change, id, attributes }) => [change, id, attributes.map(({ path }) => path)]),
      [['changed', arn, ['versioning.mfaDelete']]],
    );
    assert.ok(!diff.changes.some(({ type }) => type.includes('.core.')));
    assert.deepEqual(diff.before, { folder: 'snapshots/a', at: days[0], isFinished: true });
  });
});

test('equal snapshots do not differ, and a value that nobody knows is no certain change', async () => {
  await inFolder({}, async (folder) => {
    const known = bucketAnswers({ Status: 'Enabled' });
    const place = 'aws:123456789012:global:s3:GetBucketVersioning';
    await writeSnapshot(inSnapshots(folder, 'a'), known, { startedAt: days[0] });
    await writeSnapshot(inSnapshots(folder, 'b'), known, { startedAt: days[1] });
    await writeSnapshot(
      inSnapshots(folder, 'c'),
      { ...known, [place]: [{ request: { Bucket: 'orders-bucket' }, ...refused }] },
      { startedAt: days[2] },
    );
    assert.deepEqual(diffSnapshots('snapshots/a', 'snapshots/b', { cwd: folder, language: 'en' }).changes, []);
    const [change] = diffSnapshots('snapshots/b', 'snapshots/c', { cwd: folder, language: 'en' }).changes;
    assert.ok(change?.attributes.length);
    assert.ok(change.attributes.every(({ isCertain }) => !isCertain));
  });
});

test('snapshots are listed by when they were begun, the unreadable ones with their problem', async () => {
  await inFolder({ 'snapshots/bad/manifest.json': '{', 'snapshots/bad/raw/x': '' }, async (folder) => {
    await writeSnapshot(inSnapshots(folder, 'late'), bucketAnswers({}), { startedAt: days[2] });
    await writeSnapshot(inSnapshots(folder, 'early'), bucketAnswers({}), { startedAt: days[0], finishedAt: null });
    const rows = listSnapshots('.', { cwd: folder, language: 'en' });
    assert.deepEqual(
      rows.map(({ folder: path, isFinished, calls, problem }) => [path, isFinished, calls, problem !== null]),
      [
        ['snapshots/early', false, 3, false],
        ['snapshots/late', true, 3, false],
        ['snapshots/bad', false, 0, true],
      ],
    );
  });
});
