import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonNode } from './index.ts';
import { MAX_JSON_DEPTH, jsonStringOffsets, parseJson } from './index.ts';

/** The plain value; of a key given twice, the last. */
function plain(node: JsonNode | null): unknown {
  if (node === null) return undefined;
  if (node.kind === 'array') return node.items.map(plain);
  if (node.kind !== 'object') return node.value;
  // defineProperty semantics, so that a key "__proto__" is a key like any other
  return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
}

/** [title, text, value, diagnostics as line:column message] */
const cases: readonly (readonly [string, string, unknown, readonly string[]])[] = [
  ['scalars', '[1, -2.5e3, true, false, null, "a"]', [1, -2500, true, false, null, 'a'], []],
  ['escapes', String.raw`"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"`, '"\\/\b\f\n\r\té😀', []],
  ['comments and trailing commas', '// head\n{ "a": 1, /* x */ "b": [2,], }', { a: 1, b: [2] }, []],
  ['byte order mark', '\uFEFF{}', {}, []],
  ['nothing', ' ', undefined, ['1:2 value expected, found the end of the file']],
  ['text behind the value', '{} x', {}, ['1:4 end of the file expected, found "x"']],
  ['missing comma', '{"a": 1\n "b": 2}', { a: 1, b: 2 }, ['2:2 "," expected, found """']],
  ['missing colon', '{"a" 1, "b": 2}', { b: 2 }, ['1:6 ":" expected after a key, found "1"']],
  ['key without quotes', '{a: 1, "b": 2}', { b: 2 }, ['1:2 key in quotes expected, found "a"']],
  ['value missing', '{"a": , "b": 2}', { b: 2 }, ['1:7 value expected, found ","']],
  ['no number', '[1.2.3, 4]', [null, 4], ['1:2 "1.2.3" is no number']],
  ['string left open', '{"a": "x\n, "b": 2}', { a: 'x', b: 2 }, ["1:7 string is not closed: '\"' is missing"]],
  ['array left open', '{"a": [1, 2', { a: [1, 2] }, ['1:7 "[" is not closed: "]" is missing']],
  [
    'string that ends in its escape',
    '"a\\',
    'a\\',
    ['1:3 unknown escape sequence in a string', "1:1 string is not closed: '\"' is missing"],
  ],
  ['unknown escape', String.raw`"\d"`, '\\d', ['1:2 unknown escape sequence in a string']],
];

for (const [title, text, value, problems] of cases) {
  test(`JSON: ${title}`, () => {
    const parsed = parseJson({ path: 'plan.json', text });
    assert.deepEqual(plain(parsed.value), value);
    assert.deepEqual(
      parsed.diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`),
      problems,
    );
  });
}

test('JSON: any value is read as JSON.parse reads it, and each node points at its text', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 2), (json, indent) => {
      const text = JSON.stringify(JSON.parse(json), null, indent);
      const { value, diagnostics } = parseJson({ path: 'plan.json', text });
      assert.deepEqual(diagnostics, []);
      assert.deepEqual(plain(value), JSON.parse(text));
      const check = (node: JsonNode): void => {
        assert.deepEqual(plain(node), JSON.parse(text.slice(node.start, node.end)));
        if (node.kind === 'array') node.items.forEach(check);
        if (node.kind === 'object') for (const member of node.members) check(member.value);
      };
      if (value) check(value);
    }),
    { numRuns: 300, seed: 20_261_122 },
  );
});

test('JSON: line ends inside strings are accepted when asked for', () => {
  const source = { path: 'azuredeploy.json', text: '{"a": "x\ny"}' };
  assert.equal(parseJson(source).diagnostics.length > 0, true);
  assert.deepEqual(plain(parseJson(source, { multilineStrings: true }).value), { a: 'x\ny' });
});

test('JSON: nesting beyond the limit is cut off and the rest is read', () => {
  const depth = MAX_JSON_DEPTH + 1;
  const { value, diagnostics } = parseJson({ path: 'plan.json', text: `[${'['.repeat(depth)}${']'.repeat(depth)}, 7]` });
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['limit'],
  );
  assert.equal(value?.kind === 'array' ? plain(value.items.at(-1) ?? null) : null, 7);
});

test('JSON: endless openings terminate', () => {
  assert.equal(parseJson({ path: 'plan.json', text: '[{"a":'.repeat(100_000) }).diagnostics[0]?.code, 'limit');
});

test('JSON: binary and too large texts give one diagnostic for the whole file', () => {
  const problems = [parseJson({ path: 'a.json', text: '{\0}' }), parseJson({ path: 'a.json', text: '[1, 2]' }, { maxBytes: 5 })];
  assert.deepEqual(
    problems.flatMap(({ diagnostics }) => diagnostics.map(({ code, line }) => [code, line])),
    [
      ['binary', null],
      ['too-large', null],
    ],
  );
});

test('JSON: offsets of a string lead from its value to the text', () => {
  const text = String.raw` "a\n\u00e9b" `;
  assert.deepEqual([...jsonStringOffsets(text, 1, 4)], [2, 3, 5, 11, 12]);
});
