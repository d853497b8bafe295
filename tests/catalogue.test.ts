/** The catalogue runner: every check's examples and invariants, in one loop. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks, frameworks } from '@kumomori/content';
import { explainId } from '../packages/app/src/use-cases/index.ts';
import { testCheck } from '../packages/app/src/use-cases/test-checks.ts';

for (const entry of checks) {
  test(`check ${entry.id}: examples and invariants hold`, () => {
    assert.deepEqual(testCheck(entry), []);
  });
}

test('check ids and aliases are unique', () => {
  const names = checks.flatMap(({ id, check }) => [id, ...(check.aliases ?? [])]);
  assert.equal(new Set(names).size, names.length);
});

test('a deprecated check is replaced by one that exists and is not deprecated itself', () => {
  const current = new Set(checks.filter(({ check }) => !check.deprecated).map(({ id }) => id));
  const lost = checks.filter(({ check }) => check.deprecated && !current.has(check.deprecated.replacedBy));
  assert.deepEqual(
    lost.map(({ id }) => id),
    [],
  );
});

test('a check that no framework lists says why', () => {
  const listed = new Set(frameworks.flatMap(({ controls }) => Object.values(controls).flat()));
  const silent = checks.filter(({ id, check }) => !listed.has(id) && !check.noFramework?.trim());
  assert.deepEqual(
    silent.map(({ id }) => id),
    [],
  );
});

for (const language of ['en', 'ja'] as const) {
  test(`every check is explained in ${language}, by its id and its earlier ids`, async () => {
    for (const { id, check } of checks) {
      for (const name of [id, ...(check.aliases ?? [])]) {
        const explanation = await explainId(name, { language, cwd: '.' });
        assert.ok(explanation.kind === 'check', name);
        assert.deepEqual(
          explanation.checks.map((each) => [each.id, each.title, each.why]),
          [[id, check.title[language], check.why[language]]],
        );
      }
    }
  });
}
