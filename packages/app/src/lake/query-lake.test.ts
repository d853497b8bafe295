/** Answers are the same whichever files the ledger and a first look leave out. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder, runInFolder, trailObject, trailRecord } from '../testing/index.ts';
import { codesOf, mayHold } from './codes.ts';
import { lakeFiles } from './ledger.ts';
import { queryLake } from './query-lake.ts';
import { lakeReading } from './reading.ts';

const reading = lakeReading();
const NAMES = ['DescribeInstances', 'RunInstances', 'CreateUser', 'ConsoleLogin', 'GetObject', 'StopLogging'];
const REGIONS = ['ap-northeast-1', 'eu-west-1', 'us-east-1'];

/** Three regions, ten days, some events without a time and some of the future. */
function record(index: number): Readonly<Record<string, unknown>> {
  const eventName = index === 77 ? 'StopLogging' : (NAMES[index % 5] ?? '');
  const day = 1 + Math.floor(index / 24);
  const time =
    index % 37 === 5 ? {} : { eventTime: `2026-11-${String(day).padStart(2, '0')}T${String(index % 24).padStart(2, '0')}:00:00Z` };
  return trailRecord(index, {
    ...{ eventName, eventSource: eventName === 'CreateUser' ? 'iam.amazonaws.com' : 'ec2.amazonaws.com', awsRegion: REGIONS[index % 3] },
    ...{
      eventTime: index % 37 === 5 ? 'never' : undefined,
      ...time,
      requestParameters: { instanceId: `i-${index}`, userName: `user-${index % 7}` },
    },
    ...(index === 100 ? { eventTime: '2031-01-01T00:00:00Z' } : {}),
    ...(index % 11 === 0 ? { errorCode: 'AccessDenied' } : {}),
  });
}

const objects = Object.fromEntries(
  Array.from({ length: 8 }, (_, object) => [
    `logs/${object}.json.gz`,
    trailObject(Array.from({ length: 30 }, (__, index) => record(object * 30 + index))),
  ]),
);

const CONDITIONS = [
  `event_code = 'StopLogging'`,
  `event_code IN ('CreateUser', 'StopLogging') AND region = 'eu-west-1'`,
  `'RunInstances' = e.event_code AND status = 'failure'`,
  `event_code = 'CreateUser' OR region = 'us-east-1'`,
  `event_code = $name`,
  `NOT (event_code = 'CreateUser')`,
  `day = '20261103' AND class = 'api_activity'`,
  `day = '00000000'`,
  `time >= TIMESTAMP '2026-11-05' AND time < '2026-11-06 12:00:00'`,
  `time BETWEEN '2026-11-02' AND '2026-11-04'`,
  `time > now() + INTERVAL 1 YEAR`,
  `TIMESTAMP '2026-11-09 10:00:00' <= time`,
  `time IS NULL`,
  `account = '123456789012' AND source = 'aws.cloudtrail'`,
  `account = '210987654321'`,
  `contains(raw_data, 'i-123"')`,
  `json_extract_string(request, '$.userName') = 'user-3' AND error IS NOT NULL`,
  `shown = 'i-12'`,
  'true',
];
const ENDS = ['ORDER BY time DESC, event_id LIMIT 3', 'ORDER BY e.time DESC NULLS LAST, event_id', 'ORDER BY time, event_id LIMIT 4'];

test('an answer does not depend on which files are left out', async () => {
  await inFolder(objects, async (folder) => {
    for (const name of ['0', '1', '2', '3', '4', '5', '6', '7'])
      await runInFolder(folder, ['lake', 'ingest', `logs/${name}.json.gz`, '--lake', 'lake']);
    const lake = join(folder, 'lake');
    const select = `event_id, time, region, event_code, json_extract_string(request, '$.instanceId') AS shown`;
    for (const [index, where] of CONDITIONS.entries()) {
      const parameters: Readonly<Record<string, string>> = where.includes('$name') ? { name: 'CreateUser' } : {};
      const ask = async (sql: string, fewRows: number): Promise<unknown> =>
        queryLake(lake, { reading, sql, parameters, limit: 50, fewRows });
      const end = ENDS[index % ENDS.length];
      const asked = `SELECT ${select} FROM events e WHERE ${where} ${end}`;
      // Nothing is known of a question around another one.
      const whole = `SELECT ${select} FROM (SELECT * FROM events) e WHERE ${where} ${end}`;
      assert.deepEqual(await ask(asked, 0), await ask(whole, Number.POSITIVE_INFINITY), asked);
    }
    const counted = `SELECT count(*) AS n, count(DISTINCT event_code) AS codes FROM events WHERE event_code IN ('CreateUser', 'StopLogging')`;
    assert.deepEqual((await queryLake(lake, { reading, sql: counted, limit: 5 })).rows, [{ n: '48', codes: '2' }]);
    const tabled = `SELECT count(*) AS n FROM api_activity WHERE metadata.event_code = 'StopLogging' AND "time" > 1000 AND eventDay = '20261104'`;
    assert.deepEqual((await queryLake(lake, { reading, sql: tabled, limit: 5 })).rows, [{ n: '1' }]);
  });
});

test('a question for a rare call opens only the files that may tell of it, also after compaction', async () => {
  await inFolder(objects, async (folder) => {
    await runInFolder(folder, ['lake', 'ingest', 'logs/0.json.gz', 'logs/1.json.gz', 'logs/2.json.gz', '--lake', 'lake']);
    await runInFolder(folder, ['lake', 'ingest', 'logs/4.json.gz', '--lake', 'lake']);
    await runInFolder(folder, ['lake', 'compact', 'lake']);
    const lake = join(folder, 'lake');
    const sql = `SELECT event_id FROM events WHERE event_code = 'StopLogging' ORDER BY time DESC`;
    const before = await queryLake(lake, { reading, sql, limit: 5 });
    assert.equal(before.rows.length, 1);
    const others = lakeFiles(lake).filter(({ codes }) => !mayHold(codes, 'StopLogging'));
    assert.ok(others.length > 5);
    for (const { path } of others) writeFileSync(join(lake, path), 'not Parquet');
    assert.deepEqual(await queryLake(lake, { reading, sql, limit: 5 }), before);
    await assert.rejects(queryLake(lake, { reading, sql: 'SELECT count(principal) FROM events', limit: 5 }));
  });
});

test('compaction notes the operations of files that earlier releases wrote, also of those it leaves alone', async () => {
  await inFolder(objects, async (folder) => {
    await runInFolder(folder, ['lake', 'ingest', 'logs/1.json.gz', '--lake', 'lake']);
    await runInFolder(folder, ['lake', 'ingest', 'logs/2.json.gz', '--lake', 'lake']);
    const lake = join(folder, 'lake');
    const told = new Map(lakeFiles(lake).map(({ path, codes }) => [path, codes]));
    const ledger = join(lake, '_kumomori/ledger.jsonl');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replaceAll(/,"codes":"[^"]*"/g, ''));
    assert.ok(lakeFiles(lake).every(({ codes }) => codes === undefined));
    const { indexed } = JSON.parse((await runInFolder(folder, ['lake', 'compact', 'lake', '--format', 'json'])).stdout);
    const files = lakeFiles(lake);
    const left = files.filter(({ path }) => told.has(path));
    assert.ok(left.length > 0 && left.length < files.length);
    assert.equal(indexed, left.length);
    for (const { path, codes } of left) assert.equal(codes, told.get(path), path);
    assert.ok(files.every(({ codes }) => codes !== undefined));
    assert.ok(files.filter(({ codes }) => mayHold(codes, 'StopLogging')).length < files.length / 2);
    const again = await runInFolder(folder, ['lake', 'compact', 'lake', '--format', 'json']);
    assert.equal(JSON.parse(again.stdout).indexed, 0);
  });
});

test('codes never say no of a name that is there, and seldom perhaps of one that is not', () => {
  for (const size of [1, 7, 60, 1000]) {
    const names = Array.from({ length: size }, (_, index) => `Operation${index}`);
    const codes = codesOf(new Set(names));
    assert.ok(names.every((name) => mayHold(codes, name)));
    const wrong = Array.from({ length: 2000 }, (_, index) => mayHold(codes, `Absent${index}`)).filter(Boolean).length;
    assert.ok(wrong < 40, `${wrong} of 2000 at ${size}`);
  }
  assert.equal(codesOf(new Set()), '');
  assert.equal(mayHold('', 'CreateUser'), false);
  assert.equal(mayHold(undefined, 'CreateUser'), true);
  assert.equal(codesOf(new Set(Array.from({ length: 5000 }, (_, index) => String(index)))), null);
});
