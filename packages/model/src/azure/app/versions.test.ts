import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOlderVersion } from './versions.ts';

const cases: readonly (readonly [string, string, boolean])[] = [
  ['7.4', '8.2', true],
  ['8.2', '8.2', false],
  ['8', '8.2', false],
  ['3.9', '3.10', true],
  ['22-lts', '22', false],
  ['16-lts', '22', true],
  ['v6.0', '8.0', true],
  ['~4', '4', false],
  ['~3', '4', true],
  ['1.8', '8', false],
  ['custom', '8', false],
];
for (const [version, oldest, expected] of cases) {
  test(`${version} ${expected ? 'is' : 'is not'} older than ${oldest}`, () => {
    assert.equal(isOlderVersion(version, oldest), expected);
  });
}
