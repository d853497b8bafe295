/** `lake ingest --intel`: matches beside the lake, each once. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder, runInFolder, trailObject, trailRecord } from '../testing/index.ts';

const call = (number: number, sourceIPAddress: string): Readonly<Record<string, unknown>> => trailRecord(number, { sourceIPAddress });

test('what comes is matched once, whatever is read again; later indicators are for the hunt', async () => {
  const files = {
    'list.txt': '203.0.113.5\n',
    'logs/a.json.gz': trailObject([call(1, '203.0.113.5'), call(2, '203.0.113.6')]),
    'more/b.json.gz': trailObject([call(1, '203.0.113.5'), call(3, '203.0.113.5')]),
  };
  await inFolder(files, async (folder) => {
    const ingest = async (from: string, ...more: readonly string[]): Promise<string> => {
      const run = await runInFolder(folder, ['lake', 'ingest', from, '--lake', 'lake', '--intel', 'store', ...more]);
      assert.equal(run.exitCode, 0, run.stderr);
      return run.stdout;
    };
    const known = async (): Promise<readonly unknown[]> => {
      const sql = 'SELECT event_id, value, source_ip, year("time") AS y FROM intel_matches ORDER BY event_id';
      const run = await runInFolder(folder, ['lake', 'query', sql, '--lake', 'lake', '--format', 'json']);
      assert.equal(run.stderr, '');
      return JSON.parse(run.stdout).rows;
    };
    const missing = await runInFolder(folder, ['lake', 'ingest', 'logs', '--lake', 'lake', '--intel', 'store']);
    assert.deepEqual([missing.exitCode, missing.stderr.includes('no store of indicators')], [2, true]);
    assert.equal((await runInFolder(folder, ['intel', 'import', 'list.txt', '--store', 'store', '--trust'])).exitCode, 0);
    assert.match(await ingest('logs'), /1 new match of indicators/);
    assert.equal((await known()).length, 1);
    assert.match(await ingest('logs'), /0 new matches/);
    // The first event comes again in another object.
    assert.match(await ingest('more', '--lang', 'ja'), /指標との新しい一致: 1 件/);
    const rows = await known();
    assert.deepEqual(
      rows.map((row) => (row as { value: string }).value),
      ['203.0.113.5', '203.0.113.5'],
    );
    // As after a kill between the two files: looked at again, written once.
    rmSync(join(folder, 'lake', '_kumomori', 'intel-matches.json'));
    assert.match(await ingest('more'), /0 new matches/);
    assert.deepEqual(await known(), rows);
  });
});

test('without matches the table is there and empty; without --intel nothing is said', async () => {
  await inFolder({ 'logs/a.json.gz': trailObject([call(1, '203.0.113.5')]) }, async (folder) => {
    const run = await runInFolder(folder, ['lake', 'ingest', 'logs', '--lake', 'lake', '--format', 'json']);
    assert.equal(JSON.parse(run.stdout).intelMatches, null);
    const asked = await runInFolder(folder, [
      'lake',
      'query',
      'SELECT count(*) AS n FROM intel_matches',
      '--lake',
      'lake',
      '--format',
      'json',
    ]);
    assert.deepEqual(JSON.parse(asked.stdout).rows, [{ n: '0' }]);
  });
});
