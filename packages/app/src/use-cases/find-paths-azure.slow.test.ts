/** Azure and its directory: every way of the catalogue in code, and what ends it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { azureEscalations } from '@kumomori/engine';
import { inFolder } from '../testing/index.ts';
import { directoryCases, resourceCases, templateCases } from '../testing/path-cases/azure/index.ts';
import type { AzureCase } from '../testing/path-cases/azure/index.ts';
import { findAttackPaths } from './find-paths.ts';

const ALICE = 'azuread_user.alice';
const cases = [...resourceCases, ...directoryCases, ...templateCases];

interface Told {
  readonly path: string;
  readonly conditions: string;
  readonly alsoReaches: readonly string[];
}

/** What alice comes to, and under which conditions. */
async function told({ estate, from = ALICE, beside = {} }: AzureCase, text = estate.text): Promise<readonly Told[]> {
  return inFolder({ [estate.file]: text, ...beside }, async (cwd) => {
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
      .filter(({ entry }) => entry.node === from)
      .map(({ steps, alsoReaches }) => ({
        path: steps.map(({ edge, to }) => `${edge} ${to}`).join(', '),
        conditions: steps.flatMap(({ condition }) => (condition === null ? [] : [condition])).join('; '),
        alsoReaches,
      }));
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

function testCase(each: AzureCase): void {
  const { way, estate, tells, asks = '', also = [], besides = [], closedBy, eligible } = each;
  const name = `${way}${estate.file === 'main.tf' ? '' : ' in a template'}`;
  test(`${name}: all that is needed`, async () => {
    const paths = await told(each);
    assert.deepEqual(paths.map(({ path }) => path).toSorted(), [tells, ...also].toSorted());
    const own = paths.find(({ path }) => path === tells);
    assert.ok(own && (asks === '' ? own.conditions === '' : own.conditions.includes(asks)), own?.conditions);
    for (const account of besides) assert.ok(own.alsoReaches.includes(account), own.alsoReaches.join());
  });
  test(`${name}: what ends it`, async () => {
    assert.ok(closedBy.length >= 2);
    for (const [what, ...change] of closedBy) assert.deepEqual(await told(each, changed(estate.text, change)), [], what);
  });
  if (!eligible) return;
  test(`${name}: once the role was activated`, async () => {
    const own = (await told(each, changed(estate.text, eligible))).find(({ path }) => path === tells);
    assert.match(own?.conditions ?? 'no path', /activate /);
  });
}

for (const each of cases) testCase(each);

test('every way of the catalogue has a case of its own', () => {
  const tested = new Set(cases.map(({ way }) => way));
  assert.deepEqual(
    azureEscalations.map(({ id }) => id).filter((id) => !tested.has(id)),
    [],
  );
});
