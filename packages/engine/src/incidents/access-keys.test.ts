import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccessKeys } from './access-keys.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

test('every access key id has a number of its own, which it keeps', () => {
  const keys = new AccessKeys();
  const ids = Array.from({ length: 20_000 }, (_, index) => {
    const tail = [0, 1, 2, 3].map((place) => LETTERS[Math.floor(index / 36 ** place) % 36]).join('');
    // Ids that differ at the beginning, and those that differ at the end.
    return index % 2 === 0 ? `ASIA${tail}EXAMPLEABCDE` : `AKIAEXAMPLEABCDE${tail}`;
  });
  assert.deepEqual(
    ids.map((id, index) => keys.at(id, () => index)),
    ids.map((_, index) => index),
  );
  assert.deepEqual(
    ids.map((id) => keys.at(id, () => -1)),
    ids.map((_, index) => index),
  );
});

test('temporary and lasting keys with the same letters are two; what is no access key id has no number', () => {
  const keys = new AccessKeys();
  const numbers = ['AKIAEXAMPLE000000001', 'ASIAEXAMPLE000000001'].map((id, index) => keys.at(id, () => index));
  assert.deepEqual(numbers, [0, 1]);
  for (const id of ['', 'AKIA', 'AKIAexample000000001', 'AKIAEXAMPLE00000000', 'AKIAEXAMPLE0000000011', 'ABIAEXAMPLE000000001'])
    assert.equal(
      keys.at(id, () => 9),
      null,
    );
});
