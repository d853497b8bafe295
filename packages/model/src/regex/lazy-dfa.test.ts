/** The fast answer is the answer of the exact machine. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileRegex } from './index.ts';

const piece = fc.constantFrom(
  ...[
    'a',
    'b',
    'A',
    '.',
    '[ab]',
    '[^a]',
    '(a|b)',
    '(?:ab)*',
    'a+',
    'b?',
    '^',
    '$',
    '(?m:^)',
    '(?m:$)',
    String.raw`\b`,
    String.raw`\B`,
    '(?i:a)',
  ],
  ...[String.raw`\n`, String.raw`\w`, 'a{2,3}', '(?s:.)', 'é', '😀', '|', String.raw`\A`, String.raw`\z`],
);
const text = fc
  .array(fc.constantFrom('a', 'b', 'A', 'B', '\n', ' ', 'é', '😀', '\ud83d', '_'), { maxLength: 12 })
  .map((letters) => letters.join(''));

test('test and exec agree', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.array(text, { minLength: 1, maxLength: 10 }), (pieces, texts) => {
      const regex = compileRegex(pieces.join(''));
      if (regex.kind === 'error') return;
      for (const each of texts) assert.equal(regex.test(each), regex.exec(each) !== null, `${regex.pattern} on ${JSON.stringify(each)}`);
    }),
    { numRuns: 2000 },
  );
});

test('more states than are kept give the same', () => {
  const regex = compileRegex('(a|b)*a(a|b){12}c');
  assert.ok(regex.kind === 'regex');
  const letters = Array.from({ length: 20_000 }, (_, index) => ((index * 7919) % 13 < 6 ? 'a' : 'b')).join('');
  assert.equal(regex.test(letters), false);
  assert.equal(regex.test(`${letters}a${'b'.repeat(12)}c`), true);
});
