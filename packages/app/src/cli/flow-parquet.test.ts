/** VPC Flow Logs in Parquet: the same records as their text, for every command that reads logs. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openEngine } from '../lake/index.ts';
import { inFolder, runInFolder } from '../testing/index.ts';

const HIVE = 'AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=ap-northeast-1/year=2026/month=11/day=20';
const NAME = '123456789012_vpcflowlogs_ap-northeast-1_fl-0abc_20261120T0905Z_1a2b3c4d';
const FIELDS = 'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status';
const ROWS = [
  '2 123456789012 eni-0abc 198.51.100.7 192.0.2.10 40000 22 6 10 8400 1795165200 1795165260 REJECT OK',
  '2 123456789012 eni-0abc 192.0.2.10 203.0.113.9 443 51000 6 20 16800 1795165200 1795165260 ACCEPT OK',
  '2 123456789012 eni-0abc - - - - - - - 1795165260 1795165320 - NODATA',
];

async function writeParquet(folder: string, path: string): Promise<void> {
  const number = /^(?:version|srcport|dstport|protocol|packets|bytes|start|end)$/;
  const names = FIELDS.split(' ');
  const rows = ROWS.map((row) => {
    const cells = row.split(' ').map((cell, index) => (cell === '-' ? 'NULL' : number.test(names[index] ?? '') ? cell : `'${cell}'`));
    return `(${cells.join(', ')})`;
  });
  const engine = await openEngine({ temporary: folder });
  try {
    const columns = names.map((name) => `"${name.replaceAll('-', '_')}"`).join(', ');
    await engine.run(`COPY (SELECT * FROM (VALUES ${rows.join(', ')}) AS t(${columns})) TO '${path}' (FORMAT PARQUET)`);
  } finally {
    engine.close();
  }
}

test('flow logs in Parquet below prefixes of Hive are the same events as in text', async () => {
  await inFolder({ [`text/${NAME}.log`]: `${FIELDS}\n${ROWS.join('\n')}\n` }, async (folder) => {
    mkdirSync(join(folder, 'parquet', HIVE), { recursive: true });
    await writeParquet(folder, join(folder, 'parquet', HIVE, `${NAME}.parquet`));
    const events = async (logs: string): Promise<unknown> => {
      const lake = `lake-${logs}`;
      const { exitCode, stderr } = await runInFolder(folder, ['lake', 'ingest', logs, '--lake', lake]);
      assert.deepEqual([exitCode, stderr], [0, '']);
      const sql = 'SELECT time, src_endpoint, dst_endpoint, traffic, raw_data, unmapped FROM network_activity ORDER BY ALL';
      const answer = await runInFolder(folder, ['lake', 'query', sql, '--lake', lake, '--format', 'json']);
      assert.equal(answer.stderr, '');
      return (JSON.parse(answer.stdout) as { rows: unknown }).rows;
    };
    const [fromText, fromParquet] = [await events('text'), await events('parquet')];
    assert.ok(Array.isArray(fromText) && fromText.length >= 2);
    assert.deepEqual(fromParquet, fromText);
    const found = await runInFolder(folder, ['detect', 'parquet', '--format', 'json', '--no-behavior']);
    assert.equal((JSON.parse(found.stdout) as { summary: { events: number } }).summary.events, 3);
    const seen = await runInFolder(folder, ['investigate', '198.51.100.7', 'parquet', '--format', 'json']);
    assert.match(seen.stdout, /192\.0\.2\.10/);
    const again = await runInFolder(folder, ['lake', 'ingest', 'parquet', '--lake', 'lake-parquet', '--format', 'json']);
    assert.equal((JSON.parse(again.stdout) as { objects: { known: number } }).objects.known, 1);
  });
});

test('a damaged Parquet file is named, and the rest is read', async () => {
  await inFolder({ 'logs/good.log': `${FIELDS}\n${ROWS.join('\n')}\n` }, async (folder) => {
    writeFileSync(join(folder, 'logs/bad.parquet'), 'PAR1 no footer');
    const { stdout } = await runInFolder(folder, ['lake', 'ingest', 'logs', '--lake', 'lake', '--format', 'json']);
    const result = JSON.parse(stdout) as { objects: unknown; diagnostics: readonly { file: string; code: string }[] };
    assert.deepEqual(result.objects, { read: 1, known: 0, bad: 1 });
    assert.deepEqual(
      result.diagnostics.map(({ file, code }) => [file, code]),
      [['logs/bad.parquet', 'log-corrupt']],
    );
  });
});
