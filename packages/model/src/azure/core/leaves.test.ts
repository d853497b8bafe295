import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absent, byDefault, explicit, nowhere, unresolved } from '../../code/index.ts';
import { defaultAction, isWord, not, spelled, splitList } from './leaves.ts';
import { hasZones } from './regions.ts';

const unknown = unresolved<never>({ code: 'computed', detail: 'handed in' }, nowhere);

test('words are compared whatever their case; a missing one is none of them', () => {
  assert.equal(isWord(explicit('enabled', nowhere), 'Enabled').value, true);
  assert.equal(isWord(absent<string>(nowhere), 'Enabled').value, false);
  assert.equal(isWord(unknown, 'Enabled').state, 'unresolved');
});

test('the opposite of what nobody knows is not known either', () => {
  assert.equal(not(explicit(true, nowhere)).value, false);
  assert.equal(not(unknown).state, 'unresolved');
});

test('a text that lists words is a list, with the standard when it is missing', () => {
  const words = (leaf: Parameters<typeof splitList>[0]): unknown =>
    splitList(leaf, ';', ['SMB3.1.1']).items.map(({ node }) => (node as { value?: unknown }).value);
  assert.deepEqual(words(explicit('SMB2.1; SMB3.0;', nowhere)), ['SMB2.1', 'SMB3.0']);
  assert.deepEqual(words(absent<string>(nowhere)), ['SMB3.1.1']);
  assert.notEqual(splitList(unknown, ';', ['SMB3.1.1']).rest, null);
});

test('a firewall that allows means nothing when there is no public network access', () => {
  const allow = byDefault('Allow', nowhere);
  assert.equal(defaultAction(allow, explicit(false, nowhere)).value, 'Deny');
  assert.equal(defaultAction(allow, explicit(true, nowhere)).value, 'Allow');
  assert.equal(defaultAction(allow, unknown).state, 'unresolved');
  assert.equal(defaultAction(explicit('Deny', nowhere), unknown).value, 'Deny');
});

test('regions are known by both of their names', () => {
  assert.equal(hasZones(explicit('Japan East', nowhere)).value, true);
  assert.equal(hasZones(explicit('japaneast', nowhere)).value, true);
  assert.equal(hasZones(explicit('South Africa West', nowhere)).value, false);
});

test('a word is spelled as it is documented, another text stays as it is', () => {
  assert.equal(spelled<string>(explicit('deny', nowhere), 'Allow', 'Deny').value, 'Deny');
  assert.equal(spelled<string>(explicit('Audit', nowhere), 'Allow', 'Deny').value, 'Audit');
  assert.equal(defaultAction(explicit<string>('ALLOW', nowhere), explicit<boolean>(true, nowhere)).value, 'Allow');
});
