/** The catalogue runner: every check's examples and invariants, in one loop. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks } from '@kumomori/content';
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
