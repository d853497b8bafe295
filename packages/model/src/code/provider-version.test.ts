import assert from 'node:assert/strict';
import { test } from 'node:test';
import { providerMajors } from './provider-version.ts';
import type { Written } from './testing.ts';
import { blockOf, unset } from './testing.ts';

const majorOf = (...written: readonly Written[]): number | undefined =>
  providerMajors(written.map((aws) => blockOf('required_providers', { aws }))).get('aws');

const constraints: readonly (readonly [string, number | undefined])[] = [
  ['~> 5.31', 5],
  ['~> 5.31.2', 5],
  ['5.1', 5],
  ['= 5.1.0', 5],
  ['v4.67.0', 4],
  ['=4.0', 4],
  ['< 6.0.0', 5],
  ['< 6', 5],
  ['< 6.1', 6],
  ['<= 6.0', 6],
  ['>= 4.0, < 6.0', 5],
  ['>= 4.0,<5', 4],
  ['~> 4.0, != 4.3', 4],
  ['>= 4.0', undefined],
  ['> 4.0', undefined],
  ['!= 5.0', undefined],
  ['', undefined],
  ['latest', undefined],
];
for (const [constraint, major] of constraints) {
  test(`version constraint ${JSON.stringify(constraint)}`, () => {
    assert.equal(majorOf({ source: 'hashicorp/aws', version: constraint }), major);
    assert.equal(majorOf(constraint), major);
  });
}

test('of several blocks the strictest counts; what is not known or not said counts for nothing', () => {
  assert.equal(majorOf('~> 5.0', '< 5'), 4);
  assert.equal(majorOf({ source: 'hashicorp/aws' }), undefined);
  assert.equal(majorOf({ version: unset('version') }), undefined);
  assert.equal(majorOf(unset('aws'), '~> 5.0'), 5);
});
