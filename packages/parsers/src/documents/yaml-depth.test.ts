import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nestsTooDeep } from './yaml-depth.ts';

const lines = (count: number, line: (at: number) => string): string => Array.from({ length: count }, (_, at) => line(at)).join('\n');

const cases: readonly (readonly [name: string, text: string, expected: boolean])[] = [
  ['brackets', `a: ${'['.repeat(1200)}`, true],
  ['keys in one line', `${'? '.repeat(1200)}a`, true],
  ['indented lines', lines(500, (at) => `${' '.repeat(at)}a:`), true],
  ['many lines beside each other', lines(5000, (at) => `a${at}:\n  - b: [1, {c: d}]`), false],
  ['a text of a few levels', 'a:\n  b:\n    - c: d\n', false],
];
for (const [name, text, expected] of cases) {
  test(`${name}: ${expected ? 'too deep' : 'not too deep'}`, () => assert.equal(nestsTooDeep(text, 200), expected));
}
