import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admitsAllOfAzure, admitsInternet } from './firewall.ts';

const cases: readonly (readonly [string, string, boolean])[] = [
  ['0.0.0.0', '255.255.255.255', true],
  ['1.0.0.0', '223.255.255.255', true],
  ['0.0.0.0', '192.168.10.0', true],
  ['0.0.0.0', '0.0.0.0', false],
  ['203.0.113.0', '203.0.113.255', false],
  ['40.0.0.0', '41.255.255.255', false],
  ['255.255.255.255', '0.0.0.0', false],
  ['orders', '255.255.255.255', false],
  ['::', '255.255.255.255', false],
];

test('a range admits the internet when it covers most of it', () => {
  for (const [start, end, expected] of cases) assert.equal(admitsInternet({ start, end }), expected, `${start} to ${end}`);
});

test('0.0.0.0 alone stands for Azure, not for the internet', () => {
  assert.equal(admitsAllOfAzure({ start: '0.0.0.0', end: '0.0.0.0' }), true);
  assert.equal(admitsAllOfAzure({ start: '0.0.0.0', end: '255.255.255.255' }), false);
});
