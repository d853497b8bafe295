import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callFunction, functionNames } from './index.ts';
import { collectionCases } from './cases-collections.ts';
import { encodingCases } from './cases-encoding.ts';
import { textCases } from './cases-text.ts';
import { context, literal, show } from './testing.ts';

for (const [name, args, expected] of [...textCases, ...collectionCases, ...encodingCases]) {
  const values = args.map(literal);
  const shown = values.map((value) => show(value).slice(0, 60)).join(', ');
  test(`${name}(${shown}) is ${expected.slice(0, 80)}`, () => {
    const result = callFunction(name, values, context);
    const detail = result.kind === 'unknown' ? result.reason.detail : '';
    assert.equal(show(result), expected, detail);
  });
}

test('every function that Terraform has and we know is exercised by a case', () => {
  const exercised = new Set([...textCases, ...collectionCases, ...encodingCases].map(([name]) => name));
  assert.deepEqual(
    functionNames.filter((name) => !exercised.has(name)),
    [],
  );
  assert.ok(functionNames.length >= 116, `${functionNames.length} functions`);
});
