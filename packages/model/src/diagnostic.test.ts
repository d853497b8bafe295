import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneLine } from './diagnostic.ts';

test('a message that quotes hostile text stays on one line, without control characters', () => {
  assert.equal(oneLine('no type "a\r\n\u001b[31mb\u2028"'), 'no type "a\\u{d}\\u{a}\\u{1b}[31mb\\u{2028}"');
});

test('a message that quotes a very long name is cut', () => {
  assert.equal(oneLine('x'.repeat(60_000)).length, 301);
});
