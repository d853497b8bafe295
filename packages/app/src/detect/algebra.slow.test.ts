/** Conditions, chains of modifiers and wildcards against evaluators that are written another way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Detector, compileRuleSet } from '@kumomori/engine';
import { readSigma } from '@kumomori/parsers';
import fc from 'fast-check';
import { documentOf } from './cases/case.ts';

type Event = Readonly<Record<string, unknown>>;

/** Whether a rule matches an event; what is rejected fails the test. */
function matcher(rule: string): (record: Event) => boolean {
  const { documents, problems } = readSigma('p.yml', documentOf(rule));
  const set = compileRuleSet(documents.map((document) => ({ file: 'p.yml', document })));
  assert.deepEqual(
    [...problems.filter(({ severity }) => severity === 'error'), ...set.rejected].map(({ reason }) => reason),
    [],
  );
  const detector = new Detector(set.rules);
  return (record) => detector.detect({ source: 'aws.cloudtrail', record }).length === 1;
}

interface Formula {
  readonly text: string;
  readonly holds: (truth: readonly boolean[]) => boolean;
}

/** Formulas with all their parentheses, and what they say. */
const formulas: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.nat({ max: 3 }).map((index): Formula => ({ text: `s${index}`, holds: (truth) => truth[index] === true })),
    fc.constant<Formula>({ text: '1 of s*', holds: (truth) => truth.some(Boolean) }),
    fc.constant<Formula>({ text: 'all of them', holds: (truth) => truth.every(Boolean) }),
    tie('formula').map((inner): Formula => ({ text: `not (${inner.text})`, holds: (truth) => !inner.holds(truth) })),
    fc.tuple(tie('formula'), tie('formula'), fc.boolean()).map(([a, b, isAnd]): Formula => ({
      text: `(${a.text}) ${isAnd ? 'and' : 'or'} (${b.text})`,
      holds: (truth) => (isAnd ? a.holds(truth) && b.holds(truth) : a.holds(truth) || b.holds(truth)),
    })),
  ),
})).formula;

const selections = [0, 1, 2, 3].map((index) => `s${index}: {f${index}: 1}`).join('\n');

test('conditions mean what their formula means', () => {
  fc.assert(
    fc.property(
      formulas,
      fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
      (formula, worlds) => {
        const matches = matcher(`${selections}\ncondition: ${formula.text}`);
        for (const truth of worlds) {
          const record = Object.fromEntries(truth.flatMap((is, index) => (is ? [[`f${index}`, 1]] : [])));
          assert.equal(matches(record), formula.holds(truth), formula.text);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('not binds tighter than and, and tighter than or', () => {
  const word = fc.constantFrom('s0', 's1', 's2', 's3', 'not s0', 'not s1', 'not s2');
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      fc.nat({ max: 15 }),
      (rows, bits) => {
        const truth = [0, 1, 2, 3].map((index) => (bits & (1 << index)) !== 0);
        const holds = (each: string): boolean =>
          each.startsWith('not ') ? !truth[Number(each.at(-1))] : truth[Number(each.at(-1))] === true;
        const expected = rows.some((row) => row.every((each) => holds(each)));
        const record = Object.fromEntries(truth.flatMap((is, index) => (is ? [[`f${index}`, 1]] : [])));
        const text = rows.map((row) => row.join(' and ')).join(' or ');
        assert.equal(matcher(`${selections}\ncondition: ${text}`)(record), expected, text);
      },
    ),
    { numRuns: 200 },
  );
});

/** Escaped as the specification says, one piece after the other. */
const pieces = fc.array(fc.constantFrom('a', 'b', 'B', '*', '?', String.raw`\*`, String.raw`\?`, String.raw`\\`), {
  minLength: 1,
  maxLength: 7,
});
const texts = fc.array(fc.constantFrom('a', 'b', 'A', '*', '?', '\\'), { maxLength: 8 }).map((letters) => letters.join(''));

/** By trying every way a wildcard can go. */
function naive(pattern: readonly string[], text: string): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return text === '';
  if (first === '*') return naive(rest, text) || (text !== '' && naive(pattern, text.slice(1)));
  if (text === '') return false;
  const wanted = first.length === 2 ? first.slice(1) : first;
  return (first === '?' || wanted.toLowerCase() === text.charAt(0).toLowerCase()) && naive(rest, text.slice(1));
}

test('wildcards and escapes match what a search through all ways finds', () => {
  fc.assert(
    fc.property(pieces, fc.array(texts, { minLength: 1, maxLength: 20 }), (pattern, list) => {
      const matches = matcher(`v: '${pattern.join('')}'`);
      for (const text of list) assert.equal(matches({ v: text }), naive(pattern, text), `${pattern.join('')} on ${text}`);
    }),
    { numRuns: 300 },
  );
});

test('modifiers of place are the wildcards they stand for', () => {
  const placed = fc.constantFrom(['contains', '*', '*'], ['startswith', '', '*'], ['endswith', '*', '']);
  fc.assert(
    fc.property(
      placed,
      pieces,
      fc.array(texts, { minLength: 1, maxLength: 10 }),
      ([modifier = '', before = '', after = ''], pattern, list) => {
        // An escape at the end would swallow the star.
        const one = matcher(`v|${modifier}: '${pattern.join('')}'`);
        const other = matcher(`v: '${before}${pattern.join('')}${after}'`);
        for (const text of list) assert.equal(one({ v: text }), other({ v: text }), `${modifier} ${pattern.join('')} on ${text}`);
      },
    ),
    { numRuns: 200 },
  );
});

test('lists: or without all, and with it, the opposite with neq', () => {
  const words = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'ab'), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(words, texts, fc.constantFrom('contains', 'startswith', 'endswith'), (list, text, modifier) => {
      const value = `\n${list.map((word) => `  - ${word}`).join('\n')}`;
      const each = list.map((word) => matcher(`v|${modifier}: ${word}`)({ v: text }));
      assert.equal(matcher(`v|${modifier}:${value}`)({ v: text }), each.some(Boolean));
      assert.equal(matcher(`v|${modifier}|all:${value}`)({ v: text }), each.every(Boolean));
      assert.equal(matcher(`v|${modifier}|neq:${value}`)({ v: text }), !each.some(Boolean));
      assert.equal(matcher(`v|all|neq|${modifier}:${value}`)({ v: text }), !each.every(Boolean));
    }),
    { numRuns: 200 },
  );
});

test('base64offset finds a text wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 4, maxLength: 12 }),
      fc.string({ maxLength: 9 }),
      fc.string({ maxLength: 9 }),
      (secret, before, after) => {
        const quoted = secret.replaceAll(/[\\*?]/g, '_').replaceAll("'", "''");
        const plain = secret.replaceAll(/[\\*?]/g, '_');
        const record = { v: Buffer.from(before + plain + after).toString('base64') };
        assert.ok(matcher(`v|base64offset|contains: '${quoted}'`)(record));
      },
    ),
    { numRuns: 200 },
  );
});

test('the reader never throws, whatever it is given', () => {
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom(
        'title: x',
        'detection:',
        '  sel:',
        '    a|re: "("',
        '  condition: sel',
        'correlation:',
        '  type: temporal',
        '  rules: [x]',
        'filter: 1',
        '---',
        '- a',
        '&a *a',
      ),
      fc.string({ maxLength: 20 }),
    ),
    { maxLength: 15 },
  );
  fc.assert(
    fc.property(lines, (list) => {
      const { documents } = readSigma('x.yml', list.join('\n'));
      compileRuleSet(documents.map((document) => ({ file: 'x.yml', document })));
    }),
    { numRuns: 500 },
  );
});

test('the index by action never loses a match', () => {
  const names = fc.constantFrom('StopLogging', 'stoplogging', 'DeleteTrail', 'Other', '');
  const body = fc.constantFrom(
    'a: {eventName: StopLogging}\nb: {eventName: DeleteTrail}\ncondition: a or b',
    'a: {eventName: StopLogging}\nb: {user: bob}\ncondition: a and b',
    'a: {eventName: StopLogging}\nb: {user: bob}\ncondition: a or b',
    'a: {eventName: StopLogging}\nb: {user: bob}\ncondition: not a and b',
    "a: {eventName: ['Stop*', DeleteTrail]}\ncondition: a",
    'a: {eventName|cased: StopLogging}\ncondition: a',
    'a: {eventName|neq: StopLogging}\ncondition: a',
    'a: {EVENTNAME: StopLogging}\ncondition: a',
    'a: {eventName: null}\ncondition: a',
  );
  fc.assert(
    fc.property(body, names, fc.constantFrom('bob', 'eve'), fc.boolean(), (rule, eventName, user, isList) => {
      // The same rule over a field that no index knows.
      const other = matcher(rule.replaceAll(/eventName/gi, 'what'));
      const value = isList ? ['x', eventName] : eventName;
      assert.equal(matcher(rule)({ eventName: value, user }), other({ what: value, user }), rule);
    }),
    { numRuns: 200 },
  );
});
