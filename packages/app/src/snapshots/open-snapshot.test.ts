import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { CallRecord } from '@kumomori/model';
import { startLine } from '@kumomori/model';
import type { FolderFiles } from '../testing/index.ts';
import { inFolder } from '../testing/index.ts';
import { memberOf } from './member.ts';
import { openSnapshot } from './open-snapshot.ts';
import { lineOf } from './record.ts';

const at = '2026-11-22T09:00:00Z';
const path = 'raw/aws/123456789012/ap-northeast-1/sqs/GetQueueAttributes.jsonl.gz';
const record = (name: string, more: Partial<CallRecord> = { response: { Attributes: { QueueArn: name } } }): CallRecord => ({
  request: { QueueUrl: name },
  at,
  ...more,
});
const text = (...names: readonly string[]): string => names.map((name) => lineOf(record(name))).join('');
const member = (...names: readonly string[]): Buffer => memberOf(Buffer.from(text(...names)), names.length);

interface Read {
  readonly names: readonly unknown[];
  readonly lines: readonly number[];
  readonly diagnostics: readonly string[];
}

async function read(bytes: Uint8Array, file = path): Promise<Read> {
  return inFolder({ [file]: bytes }, (folder) => {
    const snapshot = openSnapshot(folder);
    const records = snapshot.recordedCalls('aws', '123456789012').of('sqs', 'GetQueueAttributes');
    return {
      names: records.map((each) => each.record.request['QueueUrl']),
      lines: records.map(({ range }) => startLine(range)),
      diagnostics: snapshot.diagnostics.map(({ code, line }) => `${code} ${line}`),
    };
  });
}

test('members are read as one text, and each record knows its line', async () => {
  assert.deepEqual(await read(Buffer.concat([member('orders', 'invoices'), member('mails')])), {
    names: ['orders', 'invoices', 'mails'],
    lines: [1, 2, 3],
    diagnostics: [],
  });
});

test('what other tools compressed or left as it is is read too', async () => {
  const expected = { names: ['orders', 'mails'], lines: [1, 2], diagnostics: [] };
  assert.deepEqual(await read(gzipSync(text('orders', 'mails'))), expected);
  assert.deepEqual(await read(Buffer.concat([gzipSync(text('orders')), gzipSync(text('mails').trimEnd())])), expected);
  assert.deepEqual(await read(Buffer.from(text('orders', 'mails')), path.replace('.gz', '')), expected);
});

test('a torn last member costs itself, wherever it was torn', async () => {
  const whole = member('orders');
  const torn = member('mails');
  for (let kept = 1; kept < torn.length; kept += 1) {
    const found = await read(Buffer.concat([whole, torn.subarray(0, kept)]));
    assert.deepEqual(found.names, ['orders'], `${kept} bytes`);
    assert.deepEqual(found.diagnostics, ['snapshot-torn 2'], `${kept} bytes`);
  }
});

test('a damaged member costs itself, and the lines after it keep their numbers', async () => {
  const damaged = member('invoices', 'returns');
  damaged[40] = (damaged[40] ?? 0) ^ 0xff;
  assert.deepEqual(await read(Buffer.concat([member('orders'), damaged, member('mails')])), {
    names: ['orders', 'mails'],
    lines: [1, 4],
    diagnostics: ['snapshot-damaged 2'],
  });
});

test('what stands before damage in a file of another tool is read', async () => {
  const second = gzipSync(text('mails'));
  second.fill(0xff, 10);
  const found = await read(Buffer.concat([gzipSync(text('orders')), second]));
  assert.deepEqual(found, { names: ['orders'], lines: [1], diagnostics: ['snapshot-damaged 2'] });
});

test('lines that are no records are left out and named', async () => {
  const lines = [
    '{"request":',
    '[]',
    '{"request":{},"at":""}',
    '{"request":{},"at":"","error":"no"}',
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
  ];
  const deep = `{"request":{},"at":"","response":${'['.repeat(5000)}${']'.repeat(5000)}}`;
  const found = await read(memberOf(Buffer.from(`${[...lines, deep].join('\n')}\n\n${text('orders')}`), 8));
  assert.deepEqual(found, {
    names: ['orders'],
    lines: [8],
    diagnostics: [
      'snapshot-not-json 1',
      'snapshot-not-a-record 2',
      'snapshot-not-a-record 3',
      'snapshot-not-a-record 4',
      'snapshot-not-a-record 5',
      'snapshot-too-deep 6',
    ],
  });
});

test('a file of nothing but bad lines does not drown everything else', async () => {
  assert.equal((await read(gzipSync('no\n'.repeat(10_000)))).diagnostics.length, 20);
});

test('a gzip bomb is not inflated', async () => {
  const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024, 0x20), { level: 1 });
  assert.deepEqual(await read(bomb), { names: [], lines: [], diagnostics: ['snapshot-too-large 1'] });
  const liar = memberOf(Buffer.alloc(80 * 1024 * 1024, 0x20), 1);
  assert.deepEqual(await read(Buffer.concat([liar, member('orders')])), {
    names: ['orders'],
    lines: [2],
    diagnostics: ['snapshot-too-large 1'],
  });
});

test('a call that was asked again counts once, as it was answered last', async () => {
  const refused = lineOf({ request: { QueueUrl: 'orders' }, at, error: { code: 'Throttling', message: 'slow down' } });
  const found = await read(Buffer.concat([memberOf(Buffer.from(refused), 1), member('mails'), member('orders')]));
  assert.deepEqual(found, { names: ['mails', 'orders'], lines: [2, 3], diagnostics: [] });
});

const manifest = (files: Readonly<Record<string, string>>, more: object = {}): string =>
  JSON.stringify({
    schemaVersion: '1',
    tool: { name: 'kumomori', version: '0.1.0' },
    startedAt: at,
    finishedAt: at,
    principals: [],
    scopes: [],
    calls: {},
    gaps: [],
    redaction: 'keyed-fingerprint',
    files,
    ...more,
  });

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('accounts and regions are those of the folders, names as the cloud spells them', async () => {
  const files: FolderFiles = {
    [path]: member('orders'),
    'raw/aws/123456789012/global/iam/ListUsers.jsonl.gz': member('x'),
    'raw/kubernetes/arn%3Aaws%3Aeks%3Aus-east-1%3A123456789012%3Acluster%2Forders/global/apps/Deployment.jsonl.gz': member('x'),
    'raw/elsewhere/1/global/iam/ListUsers.jsonl.gz': member('x'),
  };
  await inFolder(files, (folder) => {
    const snapshot = openSnapshot(folder);
    assert.equal(snapshot.isFinished, false);
    assert.deepEqual(snapshot.accounts(), [
      { provider: 'aws', account: '123456789012', regions: ['ap-northeast-1', 'global'] },
      { provider: 'kubernetes', account: 'arn:aws:eks:us-east-1:123456789012:cluster/orders', regions: ['global'] },
    ]);
    const cluster = snapshot.recordedCalls('kubernetes', 'arn:aws:eks:us-east-1:123456789012:cluster/orders');
    assert.equal(cluster.of('apps', 'Deployment').length, 1);
  });
});

test('the partition follows from regions or the principal', async () => {
  const partition = async (file: string, more: object = {}): Promise<string> =>
    inFolder(
      { [file]: member('x'), 'manifest.json': manifest({}, more) },
      (folder) => openSnapshot(folder).recordedCalls('aws', '123456789012').partition,
    );
  assert.equal(await partition(path), 'aws');
  assert.equal(await partition(path.replace('ap-northeast-1', 'cn-north-1')), 'aws-cn');
  const principals = [{ provider: 'aws', principal: 'arn:aws-us-gov:iam::123456789012:role/audit' }];
  assert.equal(await partition(path.replace('ap-northeast-1', 'global'), { principals }), 'aws-us-gov');
});

test('verification names what was changed, removed, added, or is no file', async () => {
  const other = path.replace('Attributes', 'Url');
  await inFolder({ [path]: member('orders'), 'manifest.json': manifest({ [path]: hash(member('orders')) }) }, async (folder) => {
    assert.deepEqual(await openSnapshot(folder).verify(), { isSealed: true, files: 1, problems: [] });
    writeFileSync(join(folder, path), member('mails'));
    writeFileSync(join(folder, other), member('orders'));
    mkdirSync(join(folder, 'raw/gcp'));
    symlinkSync('/', join(folder, 'raw/gcp/orders'));
    writeFileSync(join(folder, 'manifest.json'), manifest({ [path]: hash(member('orders')), 'raw/aws/gone.jsonl.gz': '0'.repeat(64) }));
    assert.deepEqual((await openSnapshot(folder).verify()).problems, [
      { path, kind: 'changed' },
      { path: other, kind: 'added' },
      { path: 'raw/aws/gone.jsonl.gz', kind: 'missing' },
      { path: 'raw/gcp/orders', kind: 'link' },
    ]);
  });
});

const hostile: readonly (readonly [name: string, text: string, code: string])[] = [
  ['no JSON', '{', 'manifest-invalid'],
  ['a path out of the folder', manifest({ 'raw/../../secrets.txt': '0'.repeat(64) }), 'manifest-invalid'],
  ['an absolute path', manifest({ '/etc/hosts': '0'.repeat(64) }), 'manifest-invalid'],
  ['no hash', manifest({ [path]: 'trust me' }), 'manifest-invalid'],
  ['another provider', manifest({}, { principals: [{ provider: 'mainframe', principal: 'x' }] }), 'manifest-invalid'],
  ['a version of the future', manifest({}, { schemaVersion: '2' }), 'manifest-newer'],
  ['a number of calls that is none', manifest({}, { calls: { 'aws:s3:ListBuckets': -1 } }), 'manifest-invalid'],
  ['a list', '[]', 'manifest-invalid'],
];

for (const [name, content, code] of hostile) {
  test(`a manifest with ${name} is refused`, async () => {
    await inFolder({ 'manifest.json': content, [path]: member('orders') }, (folder) => {
      assert.throws(() => openSnapshot(folder), { name: 'SnapshotError', code });
    });
  });
}

test('a folder without answers and manifest is no snapshot', async () => {
  await inFolder({ 'main.tf': '' }, (folder) => {
    assert.throws(() => openSnapshot(folder), { name: 'SnapshotError', code: 'missing' });
  });
});
