import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { inFolder, runInFolder, trailObject, trailRecord } from '../testing/index.ts';

const at = (number: number, eventTime: string): Readonly<Record<string, unknown>> => trailRecord(number, { eventTime });
const hour = (day: string, index: number): string => `${day}T${String(index).padStart(2, '0')}:30:00Z`;

/** A busy day, a hole of six hours, another day; then nothing until the morning of the 22nd. */
const hours = ['2026-11-18', '2026-11-19'].flatMap((day) => Array.from({ length: 24 }, (_, index) => hour(day, index)));
const files = {
  'a.json.gz': trailObject(hours.slice(0, 20).map((time, index) => at(index, time))),
  'b.json.gz': trailObject(hours.slice(26, 40).map((time, index) => at(100 + index, time))),
  'c.json.gz': trailObject(hours.slice(40).map((time, index) => at(200 + index, time))),
};

interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly isCut: boolean;
}

async function withLake(
  use: (
    folder: string,
    run: (...args: readonly string[]) => Promise<{ exitCode: number; stdout: string; stderr: string }>,
  ) => Promise<void>,
): Promise<void> {
  await inFolder(files, async (folder) => {
    for (const name of Object.keys(files)) await runInFolder(folder, ['lake', 'ingest', name, '--lake', 'lake']);
    await use(folder, (...args) => runInFolder(folder, ['lake', ...args]));
  });
}

test('the state of a lake tells holes and a log that has fallen silent', async () => {
  await withLake(async (_folder, run) => {
    const { stdout } = await run('status', 'lake', '--format', 'json');
    const { streams, events, objects } = JSON.parse(stdout);
    assert.deepEqual([events, objects], [42, 3]);
    const [stream] = streams;
    assert.deepEqual(
      [stream.source, stream.account, stream.region, stream.isSilent],
      ['aws.cloudtrail', '123456789012', 'ap-northeast-1', true],
    );
    assert.deepEqual(stream.gaps, [
      { from: '2026-11-18T20:00:00.000Z', until: '2026-11-19T02:00:00.000Z', hours: 6 },
      { from: '2026-11-20T00:00:00.000Z', until: null, hours: 57 },
    ]);
    const text = await run('status', 'lake', '--lang', 'ja');
    assert.match(text.stdout, /途絶えています/);
  });
});

test('compaction makes one file a day and changes no event', async () => {
  await withLake(async (folder, run) => {
    const all = ['query', 'SELECT event_id, time, raw_data FROM events ORDER BY event_id', '--lake', 'lake', '--format', 'json'];
    const before = await run(...all);
    const { stdout } = await run('compact', 'lake', '--format', 'json');
    assert.deepEqual(JSON.parse(stdout).partitions, 1);
    assert.equal(globSync('lake/**/*.parquet', { cwd: folder }).length, 2);
    assert.equal((await run(...all)).stdout, before.stdout);
    const again = await run('ingest', 'a.json.gz', '--lake', 'lake', '--format', 'json');
    assert.equal(JSON.parse(again.stdout).objects.known, 1);
  });
});

test('retention says what would go, removes only what is older, and says so in the ledger', async () => {
  await withLake(async (folder, run) => {
    const dry = JSON.parse((await run('retention', 'lake', '--keep', 'aws.cloudtrail=3', '--format', 'json')).stdout);
    assert.deepEqual(dry.bySource['aws.cloudtrail'].until, '20261118');
    assert.equal(globSync('lake/**/*.parquet', { cwd: folder }).length, 3);
    assert.equal(JSON.parse((await run('retention', 'lake', '--keep', 'okta.system=1', '--format', 'json')).stdout).files, 0);
    await run('retention', 'lake', '--keep', '3', '--apply');
    const days = JSON.parse((await run('query', 'SELECT DISTINCT day FROM events', '--lake', 'lake', '--format', 'json')).stdout) as Answer;
    assert.deepEqual(days.rows, [{ day: '20261119' }]);
    assert.equal((await run('retention', 'lake', '--apply')).exitCode, 2);
  });
});

const refused: readonly string[] = [
  "COPY (SELECT 1) TO 'lake/out.csv'",
  "ATTACH 'other.duckdb'",
  'INSTALL httpfs',
  'LOAD httpfs',
  'CREATE TABLE t (x INT)',
  'DROP VIEW events',
  'SET memory_limit = 1',
  'SELECT 1; SELECT 2',
  "SELECT * FROM read_text('/etc/hostname')",
  "SELECT * FROM 'a.json.gz'",
  "SELECT * FROM glob('/etc/*')",
  "SELECT * FROM 's3://orders-bucket/a.parquet'",
  'PRAGMA enable_external_access = true',
  'CALL pragma_version()',
];

test('a question can only read, and only the lake', async (t) => {
  await withLake(async (_folder, run) => {
    for (const sql of refused)
      await t.test(sql, async () => {
        const { exitCode, stdout } = await run('query', sql, '--lake', 'lake');
        assert.deepEqual([exitCode, stdout], [2, '']);
      });
  });
});

test('answers come as table, JSON and CSV that begins no formula', async () => {
  await withLake(async (_folder, run) => {
    const sql = "SELECT '=1+1' AS formula, count(*)::INTEGER AS n FROM api_activity";
    const [json, csv, table] = await Promise.all(
      ['json', 'csv', 'table'].map((format) => run('query', sql, '--lake', 'lake', '--format', format)),
    );
    assert.deepEqual((JSON.parse(json?.stdout ?? '') as Answer).rows, [{ formula: '=1+1', n: 42 }]);
    assert.equal(csv?.stdout, "formula,n\r\n'=1+1,42\r\n");
    assert.match(table?.stdout ?? '', /1 row/);
    const cut = await run('query', 'SELECT event_id FROM events', '--lake', 'lake', '--limit', '5', '--format', 'json');
    const answer = JSON.parse(cut.stdout) as Answer;
    assert.deepEqual([answer.rows.length, answer.isCut], [5, true]);
  });
});

test('a hunt takes its parameters, and a name that is no hunt gets help', async () => {
  await withLake(async (_folder, run) => {
    const found = await run('query', 'where-is-this-address', '--param', 'address=192.0.2.10', '--lake', 'lake', '--format', 'json');
    assert.equal((JSON.parse(found.stdout) as Answer).rows.length, 42);
    const wrong = await run('query', 'where-is-this-adress', '--lake', 'lake');
    assert.deepEqual([wrong.exitCode, /where-is-this-address/.test(wrong.stderr)], [2, true]);
    const parameter = await run('query', 'where-is-this-address', '--param', 'ip=1', '--lake', 'lake');
    assert.match(parameter.stderr, /has no parameter ip.*address/);
  });
});

test('the tables of other engines lie over the same files', async () => {
  await withLake(async (_folder, run) => {
    const athena = (await run('ddl', 'lake', '--for', 'athena', '--location', 's3://orders-lake/logs')).stdout;
    assert.match(athena, /CREATE EXTERNAL TABLE api_activity/);
    assert.match(athena, /`cloud` struct<.*`account`:struct<.*`uid`:string/);
    assert.match(athena, /`actor` struct<`user`:struct</);
    assert.match(
      athena,
      /s3:\/\/orders-lake\/logs\/api_activity\/source=\$\{source\}\/region=\$\{region\}\/accountId=\$\{accountid\}\/eventDay=\$\{eventday\}\//,
    );
    const trino = (await run('ddl', 'lake', '--for', 'trino')).stdout;
    assert.match(trino, /"cloud" row\(/);
    // Folders are not spelled as columns are.
    assert.match(trino, /sync_partition_metadata\(CURRENT_SCHEMA, 'api_activity', 'FULL', false\)/);
    assert.match((await run('ddl', 'lake', '--for', 'clickhouse')).stdout, /`cloud` Tuple\(/);
    assert.match((await run('ddl', 'lake', '--for', 'duckdb')).stdout, /CREATE OR REPLACE VIEW api_activity/);
  });
});
