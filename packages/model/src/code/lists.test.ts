import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nowhere } from '../node.ts';
import { BlockReader } from './block-reader.ts';
import { countOf, hasItems } from './lists.ts';
import type { Written } from './testing.ts';
import { computed, resourceAt, unset } from './testing.ts';

const alarm = (attributes: Readonly<Record<string, Written>>): BlockReader =>
  BlockReader.of(resourceAt('aws_cloudwatch_metric_alarm.errors', attributes));

const cases: readonly (readonly [name: string, block: BlockReader, has: string, count: string])[] = [
  ['two texts', alarm({ topics: ['a', 'b'] }), 'explicit true', 'explicit 2'],
  ['an element that nobody knows', alarm({ topics: [computed('aws_sns_topic.oncall', 'arn')] }), 'explicit true', 'explicit 1'],
  ['a single text stands for a list of one', alarm({ topics: 'a' }), 'explicit true', 'explicit 1'],
  ['an empty list', alarm({ topics: [] }), 'explicit false', 'explicit 0'],
  ['nothing written', alarm({}), 'default false', 'default 0'],
  ['a list handed in', alarm({ topics: unset('topics') }), 'unresolved undefined', 'unresolved undefined'],
];

for (const [name, block, has, count] of cases) {
  test(`elements of a list attribute: ${name}`, () => {
    const [some, many] = [hasItems(block, 'topics'), countOf(block, 'topics')];
    assert.deepEqual([`${some.state} ${some.value}`, `${many.state} ${many.value}`], [has, count]);
  });
}

test('of a block that is not in this code nobody says whether it has elements', () => {
  const elsewhere = BlockReader.outside('aws_cloudwatch_metric_alarm.errors is not in this code', nowhere);
  assert.deepEqual([hasItems(elsewhere, 'topics').state, countOf(elsewhere, 'topics').state], ['outside', 'outside']);
});
