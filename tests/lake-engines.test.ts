/**
 * A lake as ClickHouse reads it with the statements of `lake ddl`. Skipped unless KUMOMORI_TEST_CHDB names a Python that has chDB, which is
 * ClickHouse as a library.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { writeTrail } from '../bench/support/cloudtrail.ts';
import { temporaryFolder } from './support/temporary.ts';

const PYTHON = process.env['KUMOMORI_TEST_CHDB'] ?? '';
const skip = PYTHON === '' ? 'set KUMOMORI_TEST_CHDB to a Python that has chDB (pip install chdb==4.4.0) to run it' : false;
const MAIN = join(import.meta.dirname, '../packages/app/src/cli/main.ts');
/** Reads statements and a question from its arguments; answers as JSON. */
const ASK = `
import sys
from chdb import session
asked = session.Session()
for statement in sys.argv[1].split(';'):
    if statement.strip():
        asked.query(statement)
print(asked.query(sys.argv[2], 'JSONCompactEachRow'))
`;
const COUNTED = [
  'count(*)',
  'min("time")',
  'max("time")',
  'count(DISTINCT metadata.uid)',
  'count(DISTINCT metadata.event_code)',
  'sum(status_id)',
];

describe('the lake in ClickHouse', { skip }, () => {
  const folder = temporaryFolder('lake-engines');
  let ddl = '';

  function kumomori(...argv: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'lake', ...argv], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout;
  }

  function asked(question: string): unknown {
    const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', ASK, ddl, question], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  }

  function ours(question: string): readonly (readonly string[])[] {
    const { rows } = JSON.parse(kumomori('query', question, '--lake', 'lake', '--format', 'json')) as { readonly rows: readonly object[] };
    return rows.map((row) => Object.values(row).map(String));
  }

  before(() => {
    writeTrail(join(folder, 'logs'), { events: 3000, perObject: 500 });
    kumomori('ingest', 'logs', '--lake', 'lake');
    ddl = kumomori('ddl', 'lake', '--for', 'clickhouse', '--location', join(folder, 'lake'));
  });

  test('all tables have the same rows', () => {
    const counted = (length: string): string =>
      ['api_activity', 'datastore_activity', 'account_change', 'authentication', 'network_activity']
        .map((table) => `SELECT '${table}' AS name, ${COUNTED.join(', ')}, sum(${length}(raw_data)) FROM ${table}`)
        .join(' UNION ALL ');
    const found = asked(`SELECT * FROM (${counted('length')}) ORDER BY name`) as readonly (readonly unknown[])[];
    assert.deepEqual(
      found.map((row) => row.map(String)),
      ours(`SELECT * FROM (${counted('strlen')}) ORDER BY name`),
    );
  });

  test('partitions and members of lists are columns', () => {
    const by = 'GROUP BY ALL ORDER BY ALL';
    const partitions = `SELECT source, region, accountId, eventDay, count(*) FROM api_activity ${by}`;
    const found = asked(partitions) as readonly (readonly unknown[])[];
    assert.deepEqual(
      found.map((row) => row.map(String)),
      ours(partitions),
    );
    const listed = asked(`SELECT arrayJoin(resources).type AS type, count(*) FROM api_activity ${by}`) as readonly (readonly unknown[])[];
    assert.deepEqual(
      listed.map((row) => row.map(String)),
      ours(`SELECT type, count(*) FROM (SELECT unnest(resources).type AS type FROM api_activity) ${by}`),
    );
  });
});
