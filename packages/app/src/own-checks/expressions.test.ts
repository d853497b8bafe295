import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Tracker } from '@kumomori/model';
import { Unanswered } from '@kumomori/model';
import { CelFault, celOfData, celOfResource, celFunctions, checkCel, compileCel, noTracker, unknownCel } from '@kumomori/engine';
import { readCel } from '@kumomori/parsers';
import { celCases } from '../testing/cel/cases.ts';
import { declarations, subject } from '../testing/cel/subject.ts';

const variables = ['r', 'u', 'n', 'd'];
const unknown = unknownCel('u', { code: 'computed', detail: 'known after apply' });

function evaluate(text: string, tracker: Tracker): string {
  const read = readCel(text);
  if (read.kind === 'problem') return read.problem.code === 'cel-syntax' ? 'syntax' : read.problem.code;
  const error = checkCel(read.expression, declarations).problems.find(({ severity }) => severity === 'error');
  if (error) return `type ${error.code}`;
  const values = [celOfResource(subject, tracker), unknown, null, celOfData({ a: 1, none: null, list: [1, 2, 3] })];
  const answer = compileCel(read.expression, variables).evaluate(values, tracker);
  if (answer instanceof Unanswered) return 'unknown';
  return answer instanceof CelFault ? `error ${answer.code}` : String(answer);
}

for (const [theme, cases] of Object.entries(celCases)) {
  test(`expressions about ${theme} give what the table says`, () => {
    assert.deepEqual(
      cases.map(([text]) => [text, evaluate(text, noTracker())]),
      cases,
    );
  });
}

test('a known value never flips when parts of what is read become unknown', () => {
  for (const [text, expected] of Object.values(celCases).flat()) {
    const reads = noTracker();
    if (evaluate(text, reads) !== expected || (expected !== 'true' && expected !== 'false')) continue;
    for (const { path } of reads.reads) {
      const hidden = evaluate(text, { ...noTracker(), hidden: new Set([path]) });
      assert.ok(hidden === expected || hidden === 'unknown', `${text} with ${path} unknown: ${hidden}`);
    }
  }
});

const evidence: readonly (readonly [name: string, text: string, reads: readonly string[]])[] = [
  ['the operand that decides an or', 'r.acl == "public" || r.encrypted', ['encrypted']],
  ['the operand that decides an and', 'r.encrypted && r.acl == "public"', ['acl']],
  ['both operands of an and that is true', 'r.encrypted && r.acl == "private"', ['encrypted', 'acl']],
  ['every element that breaks an all', 'r.rules.all(x, x.port < 20)', ['rules[0].port', 'rules[1].port']],
  ['only elements that break an all', 'r.rules.all(x, x.port != 443)', ['rules[1].port']],
  ['the field whose absence is asked for', 'has(r.algorithm)', ['algorithm']],
  ['the map that has no such key', '"owner" in r.tags', ['tags']],
  ['the list that is empty', 'r.none.size() > 0', ['none']],
];
for (const [name, text, paths] of evidence) {
  test(`evidence is ${name}`, () => {
    const tracker = noTracker();
    evaluate(text, tracker);
    assert.deepEqual(
      tracker.reads.map(({ path }) => path),
      paths,
    );
  });
}

function problemsOf(text: string): readonly (readonly [string, string, number])[] {
  const read = readCel(text);
  assert.equal(read.kind, 'expression');
  const { problems } = checkCel(read.expression, declarations);
  return problems.map(({ severity, message, start }) => [severity, message.en, start] as const);
}

test('a misspelt attribute is named with its place and the nearest name', () => {
  assert.deepEqual(problemsOf('r.encrypted && r.alc == "private"'), [['error', 'Subject has no attribute "alc"; did you mean acl?', 17]]);
});

test('what may be missing is warned of unless the expression asks for it first', () => {
  assert.equal(problemsOf('r.algorithm == "a"').length, 1);
  for (const text of [
    'has(r.algorithm) && r.algorithm == "a"',
    '!has(r.algorithm) || r.algorithm == "a"',
    'has(r.algorithm) ? r.algorithm == "a" : false',
    'r.algorithm == "a" && has(r.algorithm)',
    'r.?algorithm.orValue("") == "a"',
    '"team" in r.tags && r.tags.team == "web" && r.tags["team"] == "web"',
  ]) {
    assert.deepEqual(problemsOf(text), [], text);
  }
});

test('hostile expressions end as problems or errors', () => {
  const doubling = Array.from({ length: 40 }, (_, index) => `cel.bind(v${index + 1}, v${index} + v${index}, `).join('');
  const nested = 'lists.range(2000).all(a, lists.range(2000).all(b, lists.range(2000).all(c, true)))';
  for (const [text, expected] of [
    ['!'.repeat(10_000) + 'true', 'cel-limit'],
    ['('.repeat(10_000), 'cel-limit'],
    [`1${' + 1'.repeat(5000)} == 1`, 'cel-limit'],
    [`true${' || true'.repeat(2000)}`, 'true'],
    ['a'.repeat(30_000), 'cel-limit'],
    [nested, 'error too-much-work'],
    [`cel.bind(v0, "aaaaaaaaaa", ${doubling}size(v40) > 0${')'.repeat(41)}`, 'error bad-value'],
    [`"${'a'.repeat(5000)}".matches("(a+)+$")`, 'true'],
  ] as const) {
    assert.equal(evaluate(text, noTracker()), expected, text.slice(0, 40));
  }
});

test('any text is read, checked and evaluated without an exception', () => {
  const tokens = [
    'r',
    'u',
    'd',
    '.acl',
    '.rules',
    '.all(x, ',
    ')',
    '(',
    '[',
    ']',
    '==',
    '&&',
    '||',
    '!',
    '?',
    ':',
    '1',
    '"a"',
    '+',
    '.?b',
    'has(r.acl)',
    ' in ',
    '-',
    'x',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...tokens), { maxLength: 14 }), (parts) => {
      evaluate(parts.join(''), noTracker());
    }),
    { numRuns: 400 },
  );
});

test('every function of the reference has a signature that is understood', () => {
  assert.deepEqual(
    celFunctions().filter(({ name, signature }) => name === '' || !signature.includes('): ')),
    [],
  );
});
