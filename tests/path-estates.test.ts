/** Attack paths of estates of the kind organisations have: exactly these, each judged (docs/paths-judged.md); none once the mistakes are repaired. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findAttackPaths } from '../packages/app/src/use-cases/index.ts';
import { EXPECTED, REPAIRS } from './support/path-estates.ts';
import { temporaryFolder } from './support/temporary.ts';

const ESTATES = join(import.meta.dirname, 'estates');

async function pathsOf(folder: string): Promise<readonly string[]> {
  const people = join(folder, 'people.csv');
  const { paths } = await findAttackPaths({
    ...{ targets: ['.'], cwd: folder, account: null, language: 'en', configFile: null, varFiles: [], workspace: null },
    ...{ now: () => new Date('2026-11-22T00:00:00Z'), people: existsSync(people) ? people : null },
  });
  return paths.map(({ query, entry, goal }) => `${query} | ${entry.node} | ${goal.node}`);
}

test('every estate has its list', () => {
  const folders = readdirSync(ESTATES, { withFileTypes: true }).filter((each) => each.isDirectory());
  assert.deepEqual(folders.map(({ name }) => name).toSorted(), Object.keys(EXPECTED).toSorted());
});

for (const [name, expected] of Object.entries(EXPECTED)) {
  test(`${name}: what an attacker can walk, and nothing else`, async () => {
    assert.deepEqual((await pathsOf(join(ESTATES, name))).toSorted(), expected.toSorted());
  });
}

for (const [name, repairs] of Object.entries(REPAIRS)) {
  test(`${name} repaired: nothing is left`, async () => {
    const folder = temporaryFolder('path-estate');
    cpSync(join(ESTATES, name), folder, { recursive: true });
    for (const [file, before, after] of repairs) {
      const text = readFileSync(join(folder, file), 'utf8');
      assert.ok(text.includes(before), `${file} no longer says: ${before}`);
      writeFileSync(join(folder, file), text.replaceAll(before, after));
    }
    assert.deepEqual(await pathsOf(folder), []);
  });
}
