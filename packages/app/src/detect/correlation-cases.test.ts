/** Correlations of every type: what completes them, what does not, at the edges of their windows, in any order of events. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Correlator, Detector, compileRuleSet, fieldReader, neededFields } from '@kumomori/engine';
import type { RuleSet } from '@kumomori/engine';
import { readSigma } from '@kumomori/parsers';

const START = Date.UTC(2026, 2, 1);

const rule = (name: string): string => `title: ${name}
name: ${name}
logsource: {product: aws, service: cloudtrail}
detection:
  selection: {eventName: ${name}}
  condition: selection
`;

function correlation(type: string, body: string, head = ''): string {
  return `title: Together\nid: 33333333-3333-4333-8333-333333333333\n${head}correlation:\n  type: ${type}\n  ${body.split('\n').join('\n  ')}\n`;
}

function setOf(...documents: readonly string[]): RuleSet {
  const read = readSigma('c.yml', documents.join('---\n'));
  assert.deepEqual(
    read.problems.filter(({ severity }) => severity === 'error').map(({ reason }) => reason),
    [],
  );
  return compileRuleSet(read.documents.map((document) => ({ file: 'c.yml', document })));
}

/** What happened, by whom, seconds after the start, and a value. */
type Happened = readonly [name: string, user: string | null, second: number, value?: unknown];

interface Found {
  readonly at: number;
  readonly count: number;
  readonly group: Readonly<Record<string, string>>;
  readonly title: string;
}

function run(set: RuleSet, events: readonly Happened[], lateness?: number): readonly Found[] {
  const detector = new Detector(set.rules);
  const needed = neededFields(set);
  const fieldsOf = fieldReader();
  const correlator = new Correlator<number>(set, lateness === undefined ? {} : { lateness: lateness * 1000 });
  const found = events.flatMap(([eventName, user, second, value], sequence) => {
    const event = { source: 'aws.cloudtrail', record: { eventName, ...(user !== null && { user }), other: user, value } } as const;
    for (const hit of detector.detect(event)) {
      const fields = fieldsOf(event, needed.get(hit.order) ?? []);
      correlator.add({ order: hit.order, time: START + second * 1000, sequence, fields, info: second });
    }
    return correlator.advance();
  });
  return [...found, ...correlator.finish()].map(({ correlation: { document }, points, group }) => ({
    ...{ at: points.at(-1)?.info ?? -1, count: points.length, group, title: document.title },
  }));
}

const times = (seconds: readonly number[], name = 'a', user = 'bob'): readonly Happened[] => seconds.map((second) => [name, user, second]);
const values = (...list: readonly unknown[]): readonly Happened[] => list.map((value, second) => ['a', 'bob', second, value]);
const counted = (condition: string): RuleSet =>
  setOf(rule('a'), correlation('event_count', `rules: [a]\ngroup-by: [user]\ntimespan: 10s\ncondition: {${condition}}`));
const measured = (type: string, condition: string): RuleSet =>
  setOf(rule('a'), correlation(type, `rules: [a]\ngroup-by: [user]\ntimespan: 60s\ncondition: {field: value, ${condition}}`));
const at = (found: readonly Found[]): readonly number[] => found.map((each) => each.at);

describe('event_count', () => {
  test('counts within the timespan, both ends included', () => {
    assert.deepEqual(at(run(counted('gte: 3'), times([0, 5, 10]))), [10]);
    assert.deepEqual(at(run(counted('gte: 3'), times([0, 5, 11]))), []);
    assert.deepEqual(at(run(counted('gt: 2'), times([0, 1, 2]))), [2]);
    assert.deepEqual(at(run(counted('gt: 3'), times([0, 1, 2]))), []);
  });
  test('slides: a window begins at any event', () => {
    assert.deepEqual(at(run(counted('gte: 3'), times([0, 9, 12, 15]))), [15]);
  });
  test('events of another time order give the same', () => {
    assert.deepEqual(at(run(counted('gte: 3'), times([10, 0, 5]))), [10]);
  });
  test('one match a timespan, then again', () => {
    assert.deepEqual(at(run(counted('gte: 3'), times([0, 1, 2, 3, 4, 5, 10]))), [2]);
    assert.deepEqual(at(run(counted('gte: 3'), times([0, 1, 2, 11, 12, 13, 30, 31, 32]))), [2, 13, 32]);
  });
  test('counts each group for itself, and nothing without the field', () => {
    const mixed = [...times([0, 1], 'a', 'bob'), ...times([2, 3], 'a', 'eve'), ['a', null, 4] as const];
    assert.deepEqual(run(counted('gte: 3'), mixed), []);
    assert.deepEqual(
      run(counted('gte: 3'), [...mixed, ['a', 'eve', 5]]).map(({ group }) => group),
      [{ user: 'eve' }],
    );
  });
  test('without group-by all events are one group', () => {
    const set = setOf(rule('a'), correlation('event_count', 'rules: [a]\ntimespan: 10s\ncondition: {gte: 2}'));
    assert.deepEqual(
      at(
        run(set, [
          ['a', 'bob', 0],
          ['a', null, 1],
        ]),
      ),
      [1],
    );
  });
  test('two bounds are a range, looked at when the window is over', () => {
    assert.deepEqual(at(run(counted('gt: 1, lte: 3'), times([0, 1, 2]))), [2]);
    assert.deepEqual(at(run(counted('gt: 1, lte: 3'), times([0, 1, 2, 3]))), []);
    assert.deepEqual(at(run(counted('eq: 2'), times([0, 1]))), [1]);
    assert.deepEqual(at(run(counted('eq: 2'), times([0, 1, 2]))), []);
    assert.deepEqual(at(run(counted('lt: 2'), times([0, 20, 21]))), [0]);
    assert.deepEqual(at(run(counted('neq: 2'), times([0, 1, 30]))), [30]);
  });
  test('several rules count together', () => {
    const set = setOf(
      rule('a'),
      rule('b'),
      correlation('event_count', 'rules: [a, b]\ngroup-by: [user]\ntimespan: 10s\ncondition: {gte: 2}'),
    );
    assert.deepEqual(
      at(
        run(set, [
          ['a', 'bob', 0],
          ['b', 'bob', 1],
        ]),
      ),
      [1],
    );
  });
});

describe('values', () => {
  test('value_count counts different values', () => {
    assert.deepEqual(at(run(measured('value_count', 'gte: 3'), values('x', 'x', 'y', 'x', 'z'))), [4]);
    assert.deepEqual(at(run(measured('value_count', 'gte: 3'), values('x', 'y', null, 'x'))), []);
    assert.deepEqual(at(run(measured('value_count', 'gte: 3'), values(['x', 'y'], ['y', 'z']))), [1]);
    assert.deepEqual(at(run(measured('value_count', 'lte: 1'), values('x', 'x'))), [1]);
  });
  test('value_count forgets values that left the window', () => {
    const set = setOf(rule('a'), correlation('value_count', 'rules: [a]\ntimespan: 2s\ncondition: {field: value, gte: 3}'));
    assert.deepEqual(at(run(set, values('x', 'y', 'y', 'z', 'z'))), []);
    assert.deepEqual(at(run(set, values('x', 'y', 'z'))), [2]);
  });
  test('value_count of several fields counts combinations', () => {
    const set = setOf(rule('a'), correlation('value_count', 'rules: [a]\ntimespan: 1m\ncondition: {field: [user, value], gte: 3}'));
    assert.deepEqual(
      at(
        run(set, [
          ['a', 'bob', 0, 1],
          ['a', 'bob', 1, 2],
          ['a', 'eve', 2, 1],
          ['a', 'eve', 3, 1],
        ]),
      ),
      [2],
    );
  });
  test('value_sum, value_avg, value_median, value_percentile, value_min, value_max', () => {
    assert.deepEqual(at(run(measured('value_sum', 'gte: 10'), values(4, '5', 'many', 1))), [3]);
    assert.deepEqual(at(run(measured('value_sum', 'gt: 10'), values(4, 5, 1))), []);
    assert.deepEqual(at(run(measured('value_sum', 'lt: 0'), values(5, -10))), [1]);
    assert.deepEqual(at(run(measured('value_avg', 'gte: 5'), values(4, 6))), [1]);
    assert.deepEqual(at(run(measured('value_avg', 'gt: 5'), values(4, 6))), []);
    assert.deepEqual(at(run(measured('value_median', 'eq: 2.5'), values(1, 2, 3, 100))), [3]);
    assert.deepEqual(at(run(measured('value_percentile', 'percentile: 90, gte: 9'), values(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))), [10]);
    assert.deepEqual(at(run(measured('value_percentile', 'percentile: 90, gt: 9'), values(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))), []);
    assert.deepEqual(at(run(measured('value_min', 'lt: 2'), values(5, 1))), [1]);
    assert.deepEqual(at(run(measured('value_max', 'gt: 5'), values(5, 6))), [1]);
    assert.deepEqual(at(run(measured('value_avg', 'lt: 5'), values('x', null))), []);
  });
});

const together = (type: string, more = ''): RuleSet =>
  setOf(rule('a'), rule('b'), rule('c'), correlation(type, `rules: [a, b, c]\ngroup-by: [user]\ntimespan: 10s${more}`));

describe('temporal', () => {
  test('all rules within the timespan, in any order', () => {
    assert.deepEqual(at(run(together('temporal'), [...times([2], 'a'), ...times([0], 'c'), ...times([10], 'b')])), [10]);
    assert.deepEqual(at(run(together('temporal'), [...times([2], 'a'), ...times([0], 'c'), ...times([11], 'b')])), []);
    assert.deepEqual(at(run(together('temporal'), [...times([2], 'a'), ...times([0], 'c', 'eve'), ...times([3], 'b')])), []);
  });
  test('a count of different rules', () => {
    const set = together('temporal', '\ncondition: {gte: 2}');
    assert.deepEqual(at(run(set, [...times([0, 1], 'a'), ...times([2], 'c')])), [2]);
    assert.deepEqual(at(run(set, times([0, 1, 2], 'a'))), []);
  });
  test('an expression over the rules', () => {
    const either = together('temporal', '\ncondition: a and (b or c)');
    assert.deepEqual(at(run(either, [...times([0], 'a'), ...times([2], 'c')])), [2]);
    const without = together('temporal', '\ncondition: a and b and not c');
    assert.deepEqual(at(run(without, [...times([0], 'a'), ...times([2], 'b')])), [2]);
    assert.deepEqual(at(run(without, [...times([0], 'a'), ...times([2], 'b'), ...times([4], 'c')])), []);
    assert.deepEqual(at(run(together('temporal', '\ncondition: all of them'), [...times([0], 'a'), ...times([2], 'b')])), []);
  });
  test('temporal_ordered wants the order of the rules', () => {
    const set = together('temporal_ordered');
    assert.deepEqual(at(run(set, [...times([0], 'a'), ...times([1], 'b'), ...times([2], 'c')])), [2]);
    assert.deepEqual(at(run(set, [...times([0], 'b'), ...times([1], 'a'), ...times([2], 'c')])), []);
    assert.deepEqual(at(run(set, [...times([0], 'b'), ...times([1], 'a'), ...times([2], 'b'), ...times([3], 'c')])), [3]);
    // Of one second: the order of the log.
    assert.deepEqual(at(run(set, [...times([0], 'a'), ...times([0], 'b'), ...times([0], 'c')])), [0]);
    assert.deepEqual(at(run(set, [...times([0], 'c'), ...times([0], 'b'), ...times([0], 'a')])), []);
  });
  test('temporal_ordered: one event is not two steps', () => {
    const same = rule('b').replace('eventName: b', 'eventName: a');
    const set = setOf(rule('a'), same, correlation('temporal_ordered', 'rules: [a, b]\ngroup-by: [user]\ntimespan: 10s'));
    assert.deepEqual(at(run(set, times([0]))), []);
    assert.deepEqual(at(run(set, times([0, 1]))), [1]);
  });
});

describe('names, chains, output', () => {
  test('aliases join different fields', () => {
    const body = 'rules: [a, b]\ngroup-by: [who]\ntimespan: 10s\naliases:\n  who:\n    a: user\n    b: value';
    const set = setOf(rule('a'), rule('b'), correlation('temporal', body));
    assert.deepEqual(
      run(set, [
        ['a', 'bob', 0],
        ['b', 'x', 1, 'bob'],
      ])[0]?.group,
      { who: 'bob' },
    );
    assert.deepEqual(
      run(set, [
        ['a', 'bob', 0],
        ['b', 'bob', 1, 'x'],
      ]),
      [],
    );
  });
  test('a correlation of correlations', () => {
    const many =
      'title: Many\nname: many\ncorrelation: {type: event_count, rules: [a], group-by: [other], timespan: 10s, condition: {gte: 3}}\n';
    const then = correlation('temporal_ordered', 'rules: [many, b]\ngroup-by: [user]\ntimespan: 10s');
    const set = setOf(then, many, rule('a'), rule('b'));
    const found = run(set, [...times([0, 1, 2], 'a'), ...times([9], 'b')]);
    assert.deepEqual(
      found.map(({ title, at: second }) => [title, second]),
      [
        ['Many', 2],
        ['Together', 9],
      ],
    );
    assert.deepEqual(run(set, [...times([0, 1], 'a'), ...times([9], 'b')]), []);
    assert.equal(set.correlations.find(({ document }) => document.name === 'many')?.alerts, false);
  });
  test('generate lets the rules alert by themselves', () => {
    const body = 'rules: [a]\ntimespan: 10s\ncondition: {gte: 3}';
    assert.deepEqual(
      setOf(rule('a'), correlation('event_count', body)).rules.map(({ alerts }) => alerts),
      [false],
    );
    assert.deepEqual(
      setOf(rule('a'), correlation('event_count', `${body}\ngenerate: true`)).rules.map(({ alerts }) => alerts),
      [true],
    );
  });
  test('without a level a correlation has the highest of its rules', () => {
    const set = setOf(`${rule('a')}level: low\n`, `${rule('b')}level: high\n`, correlation('temporal', 'rules: [a, b]\ntimespan: 10s'));
    assert.equal(set.correlations[0]?.level, 'high');
  });
  test('late events count within the lateness, later ones are told', () => {
    const set = counted('gte: 3');
    assert.deepEqual(at(run(set, times([0, 60, 5, 10, 200]), 120)), [10]);
    const late = new Correlator<number>(set, { lateness: 1000 });
    const point = { order: 0, sequence: 0, fields: { user: ['bob'] }, info: 0 };
    late.add({ ...point, time: START + 60_000 });
    late.advance();
    late.add({ ...point, time: START });
    assert.equal(late.late, 1);
  });
});

const refused: readonly (readonly [string, string])[] = [
  ['type: sum\nrules: [a]\ntimespan: 1m\ncondition: {gte: 1}', 'correlation type "sum"'],
  ['rules: [a]\ntimespan: 1m\ncondition: {gte: 1}', 'no type'],
  ['type: event_count\ntimespan: 1m\ncondition: {gte: 1}', 'names no rules'],
  ['type: event_count\nrules: [a]\ncondition: {gte: 1}', 'no timespan'],
  ['type: event_count\nrules: [a]\ntimespan: 5 minutes\ncondition: {gte: 1}', 'timespan "5 minutes"'],
  ['type: event_count\nrules: [a]\ntimespan: 0s\ncondition: {gte: 1}', 'timespan "0s"'],
  ['type: event_count\nrules: [a]\ntimespan: 1m', 'needs a condition'],
  ['type: event_count\nrules: [a]\ntimespan: 1m\ncondition: {min: 1}', 'no key "min"'],
  ['type: event_count\nrules: [a]\ntimespan: 1m\ncondition: {gte: many}', 'has to be a number'],
  ['type: event_count\nrules: [a]\ntimespan: 1m\ncondition: a and b', 'has to be a mapping'],
  ['type: event_count\nrules: [a]\ntimespan: 1m\ncondition: {field: x, gte: 1}', 'no use for a field'],
  ['type: value_count\nrules: [a]\ntimespan: 1m\ncondition: {gte: 1}', 'needs a field'],
  ['type: value_sum\nrules: [a]\ntimespan: 1m\ncondition: {field: [x, y], gte: 1}', 'takes one field'],
  ['type: value_percentile\nrules: [a]\ntimespan: 1m\ncondition: {field: x, gte: 1}', 'needs "percentile"'],
  ['type: value_percentile\nrules: [a]\ntimespan: 1m\ncondition: {field: x, gte: 1, percentile: 101}', 'from 0 to 100'],
  ['type: temporal\nrules: [a]\ntimespan: 1m\ncondition: not a', 'nothing happens at all'],
  ['type: temporal\nrules: [a]\ntimespan: 1m\ncondition: b', 'names the rule "b"'],
  ['type: temporal\nrules: [a]\ntimespan: 1m\nwindow: 3', 'no key "window"'],
  ['type: temporal\nrules: [a]\ntimespan: 1m\ngenerate: maybe', 'true or false'],
  ['type: temporal\nrules: [a]\ntimespan: 1m\naliases: {x: y}', 'has to be a mapping of rules'],
  ['type: temporal\nrules: [a, gone]\ntimespan: 1m', 'names the rule "gone", which is not here'],
  ['type: temporal\nrules: [33333333-3333-4333-8333-333333333333]\ntimespan: 1m', 'needs this correlation itself'],
  ['type: temporal\nrules: [broken]\ntimespan: 1m', 'which is rejected'],
];

describe('refused', () => {
  for (const [body, because] of refused) {
    test(because, () => {
      const text = `${rule('a')}---\n${rule('broken').replace('eventName:', '"eventName|nonsense":')}---\ntitle: T\nid: 33333333-3333-4333-8333-333333333333\ncorrelation:\n  ${body.split('\n').join('\n  ')}\n`;
      const { documents, problems } = readSigma('c.yml', text);
      const set = compileRuleSet(documents.map((document) => ({ file: 'c.yml', document })));
      const reasons = [...problems.filter(({ severity }) => severity === 'error'), ...set.rejected].map(({ reason }) => reason);
      assert.equal(set.correlations.length, 0);
      assert.ok(
        reasons.some((reason) => reason.includes(because)),
        reasons.join('\n'),
      );
    });
  }
});

describe('filters', () => {
  const filter = (body: string, logsource = 'product: aws, service: cloudtrail'): string =>
    `title: Known\nlogsource: {${logsource}}\nfilter:\n  ${body.split('\n').join('\n  ')}\n`;
  const hits = (user: string, ...documents: readonly string[]): number =>
    new Detector(setOf(...documents).rules).detect({ source: 'aws.cloudtrail', record: { eventName: 'a', user } }).length;
  const notBob = 'selection: {user: bob}\ncondition: not selection';

  test('are added with "and" to the rules they name', () => {
    assert.equal(hits('bob', rule('a'), filter(`rules: [a]\n${notBob}`)), 0);
    assert.equal(hits('eve', rule('a'), filter(`rules: [a]\n${notBob}`)), 1);
    assert.equal(hits('bob', rule('a'), rule('b'), filter(`rules: [b]\n${notBob}`)), 1);
    assert.equal(hits('bob', rule('a'), filter(`rules: any\n${notBob}`)), 0);
    assert.equal(hits('bob', filter(`rules: [a]\n${notBob}`), rule('a')), 0);
  });
  test('only rules of their log source', () => {
    assert.equal(hits('bob', rule('a'), filter(`rules: any\n${notBob}`, 'product: azure')), 1);
    assert.equal(hits('bob', rule('a'), filter(`rules: any\n${notBob}`, 'product: aws')), 0);
  });
  test('names do not clash with those of the rule', () => {
    assert.equal(hits('eve', rule('a'), filter('rules: [a]\nselection: {user: bob}\ncondition: not selection')), 1);
  });
  test('the form that restricts is told, and does what it says', () => {
    const text = `${rule('a')}---\n${filter('rules: [a]\nselection: {user: bob}\ncondition: selection')}`;
    assert.ok(readSigma('f.yml', text).problems.some(({ severity, reason }) => severity === 'warning' && reason.includes('without "not"')));
    assert.equal(hits('bob', ...text.split('---\n')), 1);
    assert.equal(hits('eve', ...text.split('---\n')), 0);
  });
  test('never on correlations', () => {
    const set = setOf(
      rule('a'),
      correlation('event_count', 'rules: [a]\ntimespan: 10s\ncondition: {gte: 3}', 'name: many\n'),
      filter(`rules: [many]\n${notBob}`),
    );
    assert.ok(set.rejected[0]?.reason.includes('filters do not apply to correlations'));
  });
  test('rules that are not there are told', () => {
    assert.ok(setOf(rule('a'), filter(`rules: [gone]\n${notBob}`)).warnings[0]?.reason.includes('"gone"'));
  });
});
