import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { messagesIn } from '../i18n/index.ts';
import { ingestObjects, lakeReading, openLake } from '../lake/index.ts';
import { listObjects } from '../logs/index.ts';
import { inFolder, runInFolder, trailObject, trailRecord } from '../testing/index.ts';

type Members = Readonly<Record<string, unknown>>;
interface Ingest {
  readonly objects: Readonly<Record<'read' | 'known' | 'bad', number>>;
  readonly events: number;
  readonly duplicates: number;
  readonly undated: number;
  readonly unknownKeys: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly problems: readonly { readonly path: string; readonly message: string; readonly events: number }[];
}

async function ingest(folder: string, ...args: readonly string[]): Promise<Ingest> {
  const { exitCode, stdout, stderr } = await runInFolder(folder, ['lake', 'ingest', ...args, '--lake', 'lake', '--format', 'json']);
  assert.equal(stderr, '');
  assert.ok(exitCode === 0 || exitCode === 2);
  return JSON.parse(stdout);
}

async function query(folder: string, sql: string, lake = 'lake'): Promise<readonly Members[]> {
  const { stdout, stderr } = await runInFolder(folder, ['lake', 'query', sql, '--lake', lake, '--format', 'json', '--limit', '100000']);
  assert.equal(stderr, '');
  return JSON.parse(stdout).rows;
}

const ids = async (folder: string, lake = 'lake'): Promise<readonly string[]> =>
  (await query(folder, 'SELECT event_id FROM events ORDER BY event_id', lake)).map((row) => String(row['event_id']));

const range = (from: number, to: number): readonly Members[] => Array.from({ length: to - from }, (_, index) => trailRecord(from + index));

test('an object comes in once, under whatever name, and so does an event that two objects hold', async () => {
  const files = {
    'logs/a.json.gz': trailObject(range(0, 10)),
    'logs/copy.json.gz': trailObject(range(0, 10)),
    'late/b.json.gz': trailObject(range(5, 15)),
  };
  await inFolder(files, async (folder) => {
    const first = await ingest(folder, 'logs');
    assert.deepEqual({ objects: first.objects, events: first.events }, { objects: { read: 1, known: 1, bad: 0 }, events: 10 });
    const second = await ingest(folder, 'late', 'logs');
    assert.deepEqual(
      { events: second.events, duplicates: second.duplicates, known: second.objects.known },
      { events: 5, duplicates: 5, known: 2 },
    );
    const all = await ids(folder);
    assert.equal(all.length, 15);
    assert.equal(new Set(all).size, 15);
  });
});

const odd: readonly Members[] = [
  trailRecord(1, { newThing: { inner: [1, null, 'x'] }, tlsDetails: { tlsVersion: 'TLSv1.3', other: null } }),
  trailRecord(2, {
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    requestParameters: { bucketName: 'orders-bucket', key: 'a/b' },
    additionalEventData: { bytesTransferredOut: 12, 'x-amz-id-2': 'q' },
  }),
  trailRecord(3, {
    errorCode: 'AccessDenied',
    errorMessage: 'no "right" \\ 権限がありません',
    sourceIPAddress: 'cloudtrail.amazonaws.com',
  }),
  trailRecord(4, {
    eventName: 'ConsoleLogin',
    eventSource: 'signin.amazonaws.com',
    responseElements: { ConsoleLogin: 'Failure' },
    additionalEventData: { MFAUsed: 'Yes' },
  }),
  trailRecord(5, {
    eventSource: 'iam.amazonaws.com',
    eventName: 'PutRolePolicy',
    readOnly: false,
    requestParameters: { roleName: 'orders', policyName: 'all' },
  }),
  trailRecord(6, {
    userIdentity: {
      type: 'AssumedRole',
      arn: 'arn:aws:sts::123456789012:assumed-role/orders/s',
      sessionContext: {
        attributes: { mfaAuthenticated: 'true', creationDate: '2026-11-20T07:00:00Z' },
        sessionIssuer: { arn: 'arn:aws:iam::123456789012:role/orders', extra: '' },
      },
    },
  }),
  trailRecord(7, {
    resources: [{ ARN: 'arn:aws:s3:::orders-bucket', type: 'AWS::S3::Bucket', accountId: '123456789012' }, { type: 'x' }],
    requestParameters: { number: 1, list: [true] },
  }),
  trailRecord(8, {
    userIdentity: { type: 'AWSService', invokedBy: 'autoscaling.amazonaws.com' },
    sourceIPAddress: '2001:db8::1',
    responseElements: {},
  }),
  trailRecord(9, { eventName: 'CreateThing', readOnly: null, userAgent: '', recipientAccountId: null }),
  // Keys that differ in case alone, and values of other kinds than elsewhere.
  trailRecord(10, { EventName: 'x', EVENTNAME: { y: 1 } }),
  trailRecord(11, { userIdentity: 'root', resources: 'none', requestParameters: 'text "quoted"', tlsDetails: [1] }),
  trailRecord(12, { apiVersion: 7, resources: [1, null, { ARN: { a: 1 } }], additionalEventData: 5 }),
];

/** Without members that are NULL: an object that is NULL and one of NULLs alone say the same in every query. */
function present(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(present);
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const members = Object.entries(value).flatMap(([key, inner]) => {
    const left = present(inner);
    return left === undefined ? [] : [[key, left] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

test('records that are cut out of an object and those that its reader gives make the same rows', async () => {
  // Pretty-printed, an object is read in JavaScript.
  const files = { 'fast.json.gz': trailObject(odd), 'slow.json': JSON.stringify({ Records: odd }, null, 1) };
  await inFolder(files, async (folder) => {
    for (const [log, lake] of [
      ['fast.json.gz', 'fast'],
      ['slow.json', 'slow'],
    ] as const)
      await runInFolder(folder, ['lake', 'ingest', log, '--lake', lake]);
    for (const table of ['api_activity', 'authentication', 'account_change', 'datastore_activity']) {
      const sql = `SELECT * EXCLUDE (raw_data, unmapped), unmapped::JSON AS unmapped FROM ${table} ORDER BY metadata.uid`;
      const [fast, slow] = [await query(folder, sql, 'fast'), await query(folder, sql, 'slow')];
      assert.ok(fast.length > 0);
      assert.deepEqual(fast.map(present), slow.map(present));
    }
  });
});

test('a list of one object is there when one of its members is', async () => {
  const event = {
    ...{ kind: 'Event', apiVersion: 'audit.k8s.io/v1', level: 'Metadata', stage: 'ResponseComplete', auditID: 'a-1', verb: 'get' },
    ...{ user: { username: 'alice' }, sourceIPs: ['192.0.2.10'], requestReceivedTimestamp: '2026-11-20T08:00:00.000000Z' },
    objectRef: { resource: 'secrets', namespace: 'orders', name: 'orders-token', apiVersion: 'v1' },
    annotations: { 'authorization.k8s.io/decision': 'allow' },
  };
  const other = { ...event, auditID: 'a-2', objectRef: undefined, annotations: undefined };
  await inFolder({ 'a.log': `${JSON.stringify(event)}\n${JSON.stringify(other)}\n` }, async (folder) => {
    await ingest(folder, 'a.log');
    const sql =
      'SELECT resources[1].name AS name, len(resources) AS n, actor.authorizations[1].decision AS decision FROM api_activity ORDER BY metadata.uid';
    const [first, second] = await query(folder, sql);
    assert.deepEqual([first?.['name'], Number(first?.['n']), first?.['decision']], ['orders-token', 1, 'allow']);
    assert.deepEqual(second?.['decision'], null);
  });
});

test('keys that no mapping knows are counted and kept', async () => {
  await inFolder({ 'a.json.gz': trailObject([...range(10, 12), trailRecord(1, { newThing: { deep: 1 } })]) }, async (folder) => {
    const { unknownKeys } = await ingest(folder, 'a.json.gz');
    assert.deepEqual(Object.keys(unknownKeys['aws.cloudtrail'] ?? {}), ['newThing']);
    const rows = await query(folder, 'SELECT unmapped FROM events WHERE unmapped IS NOT NULL');
    assert.deepEqual(rows, [{ unmapped: '{"newThing":{"deep":1}}' }]);
  });
});

const gz = trailObject(range(0, 400));
const bad: readonly { readonly name: string; readonly bytes: Uint8Array | string; readonly says: RegExp; readonly keeps: boolean }[] = [
  { name: 'gzip that ends too early', bytes: gz.subarray(0, gz.length - 200), says: /ends too early.*at byte \d+/, keeps: true },
  {
    name: 'damaged gzip',
    bytes: Buffer.concat([gz.subarray(0, gz.length >> 1), Buffer.alloc(64, 0xff), gz.subarray((gz.length >> 1) + 64)]),
    says: /damaged/,
    keeps: true,
  },
  { name: 'half a record', bytes: JSON.stringify({ Records: range(0, 5) }).slice(0, -40), says: /could not be read/, keeps: true },
  { name: 'bomb', bytes: gzipSync(Buffer.alloc(64 * 1024 * 1024, 32)), says: /far more than logs do/, keeps: false },
  { name: 'no text', bytes: new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]), says: /not text/, keeps: false },
  { name: 'no log', bytes: '{"name":"orders"}\n{"name":"more"}', says: /2 records of no known log/, keeps: false },
  {
    name: 'a record separator inside of a record',
    bytes: trailObject([trailRecord(1, { requestParameters: { list: [{ a: 1 }, { eventVersion: '1' }] } })]),
    says: /^$/,
    keeps: true,
  },
];

for (const { name, bytes, says, keeps } of bad)
  test(`a bad object is named and costs the others nothing: ${name}`, async () => {
    await inFolder({ 'logs/bad': bytes, 'logs/good.json.gz': trailObject(range(5000, 5010)) }, async (folder) => {
      const { problems, events } = await ingest(folder, 'logs');
      assert.match(problems[0]?.message ?? '', says);
      assert.ok(problems.every(({ path }) => path === 'logs/bad'));
      assert.equal(events > 10, keeps);
      const found = await ids(folder);
      assert.equal(found.length, events);
      assert.equal(found.filter((id) => id >= '11111111-0000-4000-8000-000000005000').length, 10);
    });
  });

test('the whole object after its torn half brings what was missing and doubles nothing', async () => {
  await inFolder({ 'half.gz': gz.subarray(0, gz.length >> 1), 'whole.gz': gz }, async (folder) => {
    const half = await ingest(folder, 'half.gz');
    const whole = await ingest(folder, 'whole.gz');
    assert.ok(half.events > 0);
    assert.deepEqual([half.events + whole.events, whole.duplicates], [400, half.events]);
    assert.equal(new Set(await ids(folder)).size, 400);
  });
});

test('events whose clock cannot be right lie in a day of their own', async () => {
  const times = ['1970-01-01T00:00:00Z', '2031-01-01T00:00:00Z', 'yesterday', '2026-11-22T10:00:00Z'];
  await inFolder({ 'a.json.gz': trailObject(times.map((eventTime, index) => trailRecord(index, { eventTime }))) }, async (folder) => {
    const { undated } = await ingest(folder, 'a.json.gz');
    assert.equal(undated, 3);
    const rows = await query(folder, 'SELECT eventDay AS day, count(*)::INTEGER AS n FROM api_activity GROUP BY ALL ORDER BY ALL');
    assert.deepEqual(rows, [
      { day: '00000000', n: 3 },
      { day: '20261122', n: 1 },
    ]);
  });
});

test('a time that is no date stops neither the ingest nor the questions', async () => {
  const flows = ['9999999999999', '99999999999999999', '1795161600'].map(
    (start) => `2 123456789012 eni-0123 198.51.100.66 192.0.2.20 40000 8080 6 1 40 ${start} 1795161660 REJECT OK\n`,
  );
  const head = 'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n';
  await inFolder({ 'flows.log': head + flows.join('') }, async (folder) => {
    const { events, undated } = await ingest(folder, 'flows.log');
    assert.deepEqual({ events, undated }, { events: 3, undated: 2 });
    const rows = await query(folder, 'SELECT "time"::VARCHAR AS time FROM events ORDER BY ALL');
    assert.deepEqual(rows, [{ time: '2026-11-20 08:00:00' }, { time: null }, { time: null }]);
  });
});

test('partitions are what other engines expect, and hostile regions cannot leave their folder', async () => {
  const records = [trailRecord(1, { awsRegion: '../../../outside' }), trailRecord(2)];
  await inFolder({ 'a.json.gz': trailObject(records) }, async (folder) => {
    await ingest(folder, 'a.json.gz');
    const files = globSync('**/*.parquet', { cwd: folder }).toSorted();
    assert.deepEqual(files, [
      'lake/api_activity/source=aws.cloudtrail/region=.._.._.._outside/accountId=123456789012/eventDay=20261120/00000001-0.parquet',
      'lake/api_activity/source=aws.cloudtrail/region=ap-northeast-1/accountId=123456789012/eventDay=20261120/00000001-1.parquet',
    ]);
  });
});

test('without raw records there are none, and everything else is the same', async () => {
  await inFolder({ 'a.json.gz': trailObject(range(0, 3)) }, async (folder) => {
    await ingest(folder, 'a.json.gz', '--no-raw');
    assert.deepEqual(await query(folder, 'SELECT DISTINCT raw_data, action FROM events'), [
      { raw_data: null, action: 'DescribeInstances' },
    ]);
  });
});

const ingestProcess = fileURLToPath(new URL('../testing/ingest-process.ts', import.meta.url));

test('a process that is killed at any step loses and doubles nothing', async () => {
  const files = Object.fromEntries([0, 1, 2].map((each) => [`logs/${each}.json.gz`, trailObject(range(each * 100, each * 100 + 120))]));
  await inFolder(files, async (folder) => {
    const run = (lake: string, step: number): string | null =>
      spawnSync(process.execPath, [ingestProcess, join(folder, 'logs'), join(folder, lake), String(step)], { stdio: 'ignore' }).signal;
    assert.equal(run('calm', 0), null);
    // Of a batch: the file, the intent, its rename, its folder, the file's rename, its folder; the second batch begins with step 9.
    for (const step of [1, 5, 7]) assert.equal(run('killed', step), 'SIGKILL', `step ${step}`);
    assert.equal(run('killed', 12), 'SIGKILL');
    assert.equal(run('killed', 0), null);
    assert.deepEqual(await ids(folder, 'killed'), await ids(folder, 'calm'));
    const listed = await query(folder, 'SELECT count(*)::INTEGER AS n FROM events', 'killed');
    assert.deepEqual(listed, [{ n: 320 }]);
    assert.deepEqual(globSync('killed/_kumomori/{staging,temporary}/**', { cwd: folder }), []);
    assert.equal(existsSync(join(folder, 'killed/_kumomori/intent.json')), false);
    // What lies there is what the ledger says, file by file.
    const told = readFileSync(join(folder, 'killed/_kumomori/ledger.jsonl'), 'utf8').trim().split('\n');
    const paths = told.flatMap((line) => (JSON.parse(line) as { added: { path: string }[] }).added.map(({ path }) => path));
    assert.deepEqual(globSync('**/*.parquet', { cwd: join(folder, 'killed') }).toSorted(), paths.toSorted());
  });
});

test('half a line of the ledger is cut off, and its batch comes in again', async () => {
  await inFolder({ 'a.json.gz': trailObject(range(0, 3)), 'b.json.gz': trailObject(range(3, 6)) }, async (folder) => {
    await ingest(folder, 'a.json.gz');
    const ledger = join(folder, 'lake/_kumomori/ledger.jsonl');
    writeFileSync(ledger, `${readFileSync(ledger, 'utf8')}{"v":1,"kind":"ing`);
    await ingest(folder, 'b.json.gz');
    assert.equal((await ids(folder)).length, 6);
  });
});

test('a full disk stops the run with a word, and the next one goes on', async () => {
  await inFolder({ 'logs/a.json.gz': trailObject(range(0, 20)), 'logs/b.json.gz': trailObject(range(20, 40)) }, async (folder) => {
    for (const failing of [1, 2, 3, 4, 6]) {
      let steps = 0;
      const full = (): void => {
        steps += 1;
        if (steps === failing) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      };
      const lake = openLake(join(folder, 'lake'), { mayBegin: true });
      const objects = listObjects(['logs'], { cwd: folder, messages: messagesIn('en'), report: () => {} });
      const disk = { rename: full, sync: full };
      await assert.rejects(ingestObjects(lake, objects, { reading: lakeReading(), now: () => new Date(), disk }), { code: 'disk-full' });
      lake.close();
      assert.deepEqual(globSync('lake/**/*.parquet', { cwd: folder }), []);
    }
    assert.equal((await ingest(folder, 'logs')).events, 40);
    assert.equal(new Set(await ids(folder)).size, 40);
  });
});

test('a folder that holds something else is no lake, and one that is in use says so', async () => {
  await inFolder({ 'lake/orders.txt': 'x', 'a.json.gz': trailObject(range(0, 3)) }, async (folder) => {
    const other = await runInFolder(folder, ['lake', 'ingest', 'a.json.gz', '--lake', 'lake']);
    assert.deepEqual([other.exitCode, /is no lake/.test(other.stderr)], [2, true]);
    rmSync(join(folder, 'lake'), { recursive: true });
    const open = openLake(join(folder, 'lake'), { mayBegin: true });
    const second = await runInFolder(folder, ['lake', 'ingest', 'a.json.gz', '--lake', 'lake']);
    assert.deepEqual([second.exitCode, /another process/.test(second.stderr)], [2, true]);
    open.close();
  });
});
