/** Azure and its directory: every way of the catalogue in code, and what ends it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFolder } from '../testing/index.ts';
import { resourceCases } from '../testing/path-cases/azure/index.ts';
import type { AzureCase } from '../testing/path-cases/azure/index.ts';
import { findAttackPaths } from './find-paths.ts';

/** What alice comes to, and under which conditions. */
async function told(file: string, text: string): Promise<readonly (readonly [way: string, conditions: string])[]> {
  return inFolder({ [file]: text }, async (cwd) => {
    const report = await findAttackPaths({
      ...{
        cwd,
        targets: ['.'],
        language: 'en',
        now: () => new Date('2026-11-22T09:00:00Z'),
        account: '11111111-2222-3333-4444-555555555555',
      },
      ...{ configFile: null, varFiles: [], workspace: null },
    });
    assert.deepEqual(report.diagnostics, []);
    return report.paths
      .filter(({ entry }) => entry.node.endsWith('alice') || entry.node === 'alice@example.com')
      .map(({ steps }) => [
        steps.map(({ edge, to }) => `${edge} ${to}`).join(', '),
        steps.flatMap(({ condition }) => (condition === null ? [] : [condition])).join('; '),
      ]);
  });
}

function changed(text: string, change: readonly (readonly [string, string])[]): string {
  let found = text;
  for (const [one, other] of change) {
    assert.ok(found.includes(one), one);
    found = found.replaceAll(one, other);
  }
  return found;
}

function testCase({ way, estate, tells, asks = '', closedBy, eligible }: AzureCase): void {
  test(`${way}: all that is needed`, async () => {
    const [[path, condition] = ['', ''], ...more] = await told(estate.file, estate.text);
    assert.deepEqual([path, more], [tells, []]);
    assert.ok(asks === '' ? condition === '' : condition.includes(asks), condition);
  });
  test(`${way}: what ends it`, async () => {
    for (const [name, ...change] of closedBy) assert.deepEqual(await told(estate.file, changed(estate.text, change)), [], name);
  });
  if (!eligible) return;
  test(`${way}: once the role was activated`, async () => {
    const [[path, condition] = ['', '']] = await told(estate.file, changed(estate.text, eligible));
    assert.deepEqual([path, /activate /.test(condition)], [tells, true], condition);
  });
}

for (const each of resourceCases) testCase(each);
