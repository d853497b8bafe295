import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Detector } from './detector.ts';
import { compiler, viewOf } from './evaluate.ts';
import { placesOf } from './field-names.ts';
import type { Predicate } from './ir.ts';
import type { CompiledRule } from './rule-set.ts';

const SOURCE = 'aws.cloudtrail';
const FIELDS = ['eventName', 'eventname', 'eventSource', 'errorCode', 'userIdentity.type', 'userIdentity.invokedBy', 'awsRegion'] as const;
const TEXTS = ['getobject', 's3.amazonaws.com', 'accessdenied', 'root', 'eu-west-1', ''] as const;

type Draw = <T>(list: readonly T[]) => T;

/** The same numbers for the same seed. */
function drawing(seed: number): Draw {
  let state = seed;
  return (list) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const found = list[(state >>> 8) % list.length];
    if (found === undefined) throw new Error('an empty list');
    return found;
  };
}

function predicate(draw: Draw, depth: number): Predicate {
  const field = draw(FIELDS);
  const text = draw(TEXTS);
  const leaves: readonly Predicate[] = [
    { kind: 'field', field, test: { kind: 'texts', texts: [text, draw(TEXTS)], cased: false } },
    {
      kind: 'field',
      field,
      test: { kind: 'text', pattern: [{ kind: 'many' }, { kind: 'text', text: text.slice(1, 4) }, { kind: 'many' }], cased: false },
    },
    { kind: 'field', field, test: { kind: 'regex', source: `^[a-z]*${text.slice(0, 2)}` } },
    { kind: 'absent', field },
    { kind: 'present', field },
    { kind: 'fields', field, other: draw(FIELDS), relation: draw(['equals', 'contains']), cased: false },
  ];
  if (depth === 0) return draw(leaves);
  const parts = [predicate(draw, depth - 1), predicate(draw, depth - 1)];
  return draw<Predicate>([draw(leaves), { kind: 'and', parts }, { kind: 'or', parts }, { kind: 'not', part: predicate(draw, depth - 1) }]);
}

/** Values as records hold them, and as they could. */
function value(draw: Draw): unknown {
  const text = draw(TEXTS);
  return draw<unknown>([text, text, text, text.toUpperCase(), null, 7, true, [text, draw(TEXTS)], [], { type: text }]);
}

function record(draw: Draw): Readonly<Record<string, unknown>> {
  const names = ['eventName', 'eventSource', 'errorCode', 'awsRegion', 'EVENTNAME', 'errorcode', 'userIdentity.type', 'useridentity'];
  const made: Record<string, unknown> = {};
  for (const name of names) if (draw([true, false])) made[name] = value(draw);
  const identity = { ...(draw([true, false]) && { type: value(draw) }), ...(draw([true, false]) && { InvokedBy: value(draw) }) };
  return draw([true, true, false])
    ? { ...made, userIdentity: draw<unknown>([identity, identity, [identity, identity], null, 'root']) }
    : made;
}

const draw = drawing(7);
const rules = Array.from({ length: 60 }, (_, order): CompiledRule => {
  // Of a rule only what the detector asks for: its place, its logs and its predicate.
  return { order, sources: [SOURCE], predicate: predicate(draw, 3) } as unknown as CompiledRule;
});

test('rules narrowed down by the keys of an event match what each of them matches alone, whatever the record looks like', () => {
  const detector = new Detector(rules);
  const { evaluator } = compiler((field) => placesOf(SOURCE, field));
  const alone = rules.map((rule) => ({ rule, evaluate: evaluator(rule.predicate) }));
  let hits = 0;
  for (let count = 0; count < 4000; count++) {
    const event = record(draw);
    const expected = alone.filter(({ evaluate }) => evaluate(viewOf(event))).map(({ rule }) => rule.order);
    const found = detector.detect({ source: SOURCE, record: event }).map(({ order }) => order);
    assert.deepEqual(found, expected, JSON.stringify(event));
    hits += found.length;
  }
  assert.ok(hits > 4000);
});

test('a log full of made-up names is still read', () => {
  const detector = new Detector(rules);
  const { evaluator } = compiler((field) => placesOf(SOURCE, field));
  const answers = (event: Readonly<Record<string, unknown>>): readonly number[] =>
    rules.filter((rule) => evaluator(rule.predicate)(viewOf(event))).map(({ order }) => order);
  for (let count = 0; count < 6000; count++) {
    const event = { eventName: `Name${count}`, eventSource: 's3.amazonaws.com', errorCode: 'AccessDenied' };
    const found = detector.detect({ source: SOURCE, record: event }).map(({ order }) => order);
    if (count % 500 === 0) assert.deepEqual(found, answers(event), event.eventName);
  }
});
