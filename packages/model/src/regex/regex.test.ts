import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileRegex } from './index.ts';

/** The start and the groups of the first match of a pattern, or why there is none. */
function match(pattern: string, text: string, from = 0): string {
  const regex = compileRegex(pattern);
  if (regex.kind === 'error') return `error: ${regex.reason}`;
  const found = regex.exec(text, from);
  return found ? `${found.start}-${found.end} ${JSON.stringify(found.groups)}` : 'none';
}

const cases: readonly (readonly [pattern: string, text: string, expected: string])[] = [
  ['abc', 'xabcx', '1-4 ["abc"]'],
  ['a|ab', 'ab', '0-1 ["a"]'],
  ['(a|ab)(c|bcd)', 'abcd', '0-4 ["abcd","a","bcd"]'],
  ['a*?', 'aaa', '0-0 [""]'],
  ['(a+?)(a*)', 'aaa', '0-3 ["aaa","a","aa"]'],
  ['(?U)a+', 'aaa', '0-1 ["a"]'],
  ['(?U)a+?', 'aaa', '0-3 ["aaa"]'],
  ['a{2,3}', 'aaaa', '0-3 ["aaa"]'],
  ['a{2,3}?', 'aaaa', '0-2 ["aa"]'],
  ['a{2}', 'aaaa', '0-2 ["aa"]'],
  ['a{2,}', 'aaaa', '0-4 ["aaaa"]'],
  ['a{,2}', 'a{,2}', '0-5 ["a{,2}"]'],
  ['(?i)straße', 'STRAßE', '0-6 ["STRAßE"]'],
  ['(?i:A)b', 'aB', 'none'],
  ['(?i:A)b', 'ab', '0-2 ["ab"]'],
  ['a(?i)b|c', 'C', '0-1 ["C"]'],
  ['(a(?i)b)c', 'aBC', 'none'],
  ['(?i)[a-c]+', 'xABc', '1-4 ["ABc"]'],
  ['(?i)[^a-c]+', 'ABcx', '3-4 ["x"]'],
  ['.', '\n', 'none'],
  ['(?s).', '\n', '0-1 ["\\n"]'],
  ['^b', 'a\nb', 'none'],
  ['(?m)^b$', 'a\nb\nc', '2-3 ["b"]'],
  ['a$', 'a\n', 'none'],
  ['\\Aa\\z', 'a', '0-1 ["a"]'],
  ['\\bor\\b', 'for or', '4-6 ["or"]'],
  ['\\Bor', 'or for', '4-6 ["or"]'],
  ['[[:alpha:]_]+', '12ab_3', '2-5 ["ab_"]'],
  ['[^[:digit:][:space:]]+', '1 ab2', '2-4 ["ab"]'],
  ['[[:^digit:]]+', '1a', '1-2 ["a"]'],
  ['[]a]+', 'x]a', '1-3 ["]a"]'],
  ['[^]a]+', ']ab', '2-3 ["b"]'],
  ['[a\\-z]+', 'm-a', '1-3 ["-a"]'],
  ['[a-]+', 'b-a', '1-3 ["-a"]'],
  ['[\\w.]+@[\\d\\D]', 'me.x@y', '0-6 ["me.x@y"]'],
  ['\\pL+', '1né', '1-3 ["né"]'],
  ['\\p{Greek}+', 'aλ', '1-2 ["λ"]'],
  ['\\P{L}+', 'a12', '1-3 ["12"]'],
  ['[\\p{Lu}\\d]+', 'aB1', '1-3 ["B1"]'],
  ['\\x41\\x{1F600}', 'A\u{1f600}', '0-3 ["A😀"]'],
  ['.', '\u{1f600}', '0-2 ["😀"]'],
  ['\\Qa.b*\\E+', 'a.b**', '0-5 ["a.b**"]'],
  ['\\t\\n\\101', '\t\nA', '0-3 ["\\t\\nA"]'],
  ['(?P<year>\\d+)-(?<month>\\d+)', '2019-02', '0-7 ["2019-02","2019","02"]'],
  ['(a)|(b)', 'b', '0-1 ["b",null,"b"]'],
  ['(?:a|b)*c', 'abac', '0-4 ["abac"]'],
  ['()', 'a', '0-0 ["",""]'],
  ['(a*)*', 'aa', '0-2 ["aa","aa"]'],
  ['x*', 'aax', '0-0 [""]'],
  ['a||b', 'b', '0-0 [""]'],
  ['\\s', '\v', 'none'],
  ['(a)\\1', 'aa', 'error: back references do not exist in this syntax'],
  ['(?=a)', 'a', 'error: (?= is not supported: look-around does not exist in this syntax'],
  ['(?<!a)b', 'b', 'error: (?< is not supported: look-around does not exist in this syntax'],
  ['a**', 'a', 'error: a repetition cannot be repeated'],
  ['*a', 'a', 'error: nothing before * to repeat'],
  ['(a', 'a', 'error: missing )'],
  ['a)', 'a', 'error: unexpected )'],
  ['[a', 'a', 'error: missing ]'],
  ['[z-a]', 'a', 'error: invalid range in [ ]'],
  ['[[:nope:]]', 'a', 'error: [:nope:] is not a class'],
  ['\\p{Nope}', 'a', 'error: unknown Unicode class Nope'],
  ['\\q', 'a', 'error: unknown escape \\q'],
  ['a{1001}', 'a', 'error: a repetition count is above 1000'],
  ['a{3,2}', 'a', 'error: a repetition ends below its start'],
  ['(?P<a>x)(?P<a>y)', 'xy', 'error: two groups are named a'],
  ['((a{1,1000}){1,1000}){1,1000}', 'a', 'error: the pattern is too big once its repetitions are written out'],
  ['(?:(?:(?:){1000}){1000}){1000}', 'a', '0-0 [""]'],
  ['('.repeat(5000), 'a', 'error: groups are nested deeper than 100'],
];

for (const [pattern, text, expected] of cases) {
  test(`/${pattern.slice(0, 40)}/ on ${JSON.stringify(text)} gives ${expected}`, () => assert.equal(match(pattern, text), expected));
}

test('a search from an offset sees the text before it for word boundaries and the start of the text', () => {
  assert.equal(match('\\bb', 'ab b', 1), '3-4 ["b"]');
  assert.equal(match('^b', 'ab', 1), 'none');
});

test('the first match and its groups are those of a backtracking engine', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\d', '\\b', '^', '$', 'ab', 'c');
  const pattern = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      atom,
      fc.tuple(tie('node'), tie('node')).map(([a, b]) => a + b),
      fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(?:${a}|${b})`),
      tie('node').map((a) => `(${a})`),
      // The body of a repetition must not match the empty text: engines differ in what its groups then hold.
      fc
        .tuple(fc.constantFrom('a', '[ab]', '(?:ab|c)', '(?:b|ab)'), fc.constantFrom('*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}'))
        .map(([a, count]) => a + count),
    ),
  })).node;
  fc.assert(
    fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' '), maxLength: 8 }), (source, text) => {
      const expected = new RegExp(source, 'u').exec(text);
      const groups = expected ? JSON.stringify(Array.from(expected, (group) => group ?? null)) : null;
      assert.equal(match(source, text), expected ? `${expected.index}-${expected.index + expected[0].length} ${groups}` : 'none');
    }),
    { numRuns: 3000 },
  );
});

test('no pattern makes the compiler throw', () => {
  const source = fc.string({ unit: fc.constantFrom(...'()[]{}|*+?\\^$.-,:=!<>PpQELxaz019i'), maxLength: 20 });
  fc.assert(
    fc.property(source, (pattern) => {
      const regex = compileRegex(pattern);
      if (regex.kind === 'regex') regex.exec('az09 aa', 0, { steps: 0, limit: 100_000 });
    }),
    { numRuns: 3000 },
  );
});

for (const pattern of [
  '(a+)+$',
  '(a|a)*$',
  '(a|aa)+$',
  '(a*)*b',
  '([a-zA-Z]+)*$',
  '(.*)*x',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  'a?'.repeat(30) + 'a'.repeat(30),
]) {
  test(`/${pattern.slice(0, 30)}/, deadly for backtracking engines, takes steps in proportion to the text`, () => {
    const regex = compileRegex(pattern);
    if (regex.kind === 'error') assert.fail(regex.reason);
    const steps = [1000, 2000, 4000].map((length) => {
      const meter = { steps: 0, limit: Number.MAX_SAFE_INTEGER };
      regex.exec(`${'a'.repeat(length)}!`, 0, meter);
      return meter.steps;
    });
    const [first = 0, second = 0, third = 0] = steps;
    assert.ok(second <= 2.1 * first && third <= 2.1 * second, steps.join(' '));
  });
}

test('a meter stops a run that takes too many steps', () => {
  const regex = compileRegex('a*b');
  if (regex.kind === 'error') assert.fail(regex.reason);
  const meter = { steps: 0, limit: 1000 };
  assert.equal(regex.exec('a'.repeat(10_000) + 'b', 0, meter), null);
  assert.ok(meter.steps > meter.limit && meter.steps < 1100);
});
