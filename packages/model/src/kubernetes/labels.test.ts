import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BlockReader } from '../code/index.ts';
import type { Value } from '../value.ts';
import { listValue, mapValue, stringValue } from '../value.ts';
import { nowhere } from '../node.ts';
import { manifest } from './dialect.ts';
import { selects } from './labels.ts';

const labels = new Map([
  ['app', 'orders'],
  ['tier', 'web'],
]);

function map(entries: Readonly<Record<string, Value>>): Value {
  return mapValue(new Map(Object.entries(entries)));
}

function text(value: string): Value {
  return stringValue(value);
}

function selector(value: Value): BlockReader {
  const [reader] = BlockReader.ofValue(value, nowhere).readers;
  return reader ?? BlockReader.outside('', nowhere);
}

function expression(key: string, operator: string, ...values: readonly string[]): Value {
  return map({ matchExpressions: listValue([map({ key: text(key), operator: text(operator), values: listValue(values.map(text)) })]) });
}

const cases: readonly (readonly [string, Value, boolean])[] = [
  ['an empty selector', map({}), true],
  ['a label that is there', map({ matchLabels: map({ app: text('orders') }) }), true],
  ['a label with another value', map({ matchLabels: map({ app: text('billing') }) }), false],
  ['In', expression('tier', 'In', 'web', 'api'), true],
  ['NotIn', expression('tier', 'NotIn', 'web'), false],
  ['NotIn of a label that is not there', expression('zone', 'NotIn', 'a'), true],
  ['Exists', expression('zone', 'Exists'), false],
  ['DoesNotExist', expression('zone', 'DoesNotExist'), true],
];

for (const [name, value, expected] of cases) {
  test(`${name} ${expected ? 'selects' : 'does not select'} the pod`, () => {
    assert.equal(selects(selector(value), labels, manifest), expected);
  });
}
