/** Closures and SQL give the same answer for every event of every syntax case. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { Detector, compileRuleSet, ruleSql } from '@kumomori/engine';
import { readSigma } from '@kumomori/parsers';
import type { Fields } from './cases/case.ts';
import { documentOf } from './cases/case.ts';
import { modifierCases } from './cases/modifier-cases.ts';
import { structureCases } from './cases/structure-cases.ts';
import { textCases } from './cases/text-cases.ts';

let instance: DuckDBInstance;
let connection: DuckDBConnection;
before(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
});
after(() => {
  connection.closeSync();
  instance.closeSync();
});

async function matchesInSql(where: string, records: readonly Fields[]): Promise<readonly boolean[]> {
  const rows = records.map((record, index) => `(${index}, '${JSON.stringify(record).replaceAll("'", "''")}')`);
  const reader = await connection.runAndReadAll(`SELECT n, ${where} AS hit FROM (VALUES ${rows.join(', ')}) AS t(n, raw_data) ORDER BY n`);
  return reader.getRows().map(([, hit]) => hit === true);
}

for (const [group, cases] of Object.entries({ texts: textCases, modifiers: modifierCases, structure: structureCases })) {
  describe(group, () => {
    for (const { rule, matches, misses, logsource, placeholders } of cases) {
      test(rule.replaceAll('\n', ' ⏎ ').slice(0, 100), async () => {
        const { documents } = readSigma('case.yml', documentOf(rule, logsource));
        const placed = documents.map((document) => ({ file: 'case.yml', document }));
        const set = compileRuleSet(placed, { placeholders: new Map(Object.entries(placeholders ?? {})) });
        const [compiled] = set.rules;
        assert.ok(compiled);
        const source = compiled.sources[0] ?? null;
        const sql = ruleSql(compiled, source, { raw: 'raw_data' });
        if (sql.kind === 'unsupported') {
          assert.ok(rule.includes('cidr') && rule.includes(':'), sql.reason);
          return;
        }
        const records = [...matches, ...misses];
        if (records.length === 0) return;
        const detector = new Detector(set.rules);
        const expected = records.map((record) => detector.detect({ source, record }).length > 0);
        const found = await matchesInSql(sql.where, records);
        for (const [index, record] of records.entries())
          assert.equal(found[index], expected[index], `${JSON.stringify(record)}\n${sql.where}`);
      });
    }
  });
}
