import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awsEventSources, awsWithoutEvents } from '@kumomori/model';
import { awsOperationsNamed } from '../changes/index.ts';
import { chosenServices } from './collect-aws.ts';
import type { AwsCall } from './service.ts';

const services = chosenServices(undefined);

test('of every service it is said which events can change its answers, or why none can', () => {
  const silent = services.map(({ id }) => id).filter((id) => awsEventSources(id).length === 0 && awsWithoutEvents[id] === undefined);
  assert.deepEqual(silent, []);
  const both = services.map(({ id }) => id).filter((id) => awsEventSources(id).length > 0 && awsWithoutEvents[id] !== undefined);
  assert.deepEqual(both, []);
});

test('every service and operation that the tables of events name is asked', () => {
  const asked = new Map(services.map(({ id, calls }) => [id, new Set(calls.flatMap(operationsOf))]));
  const wrong = awsOperationsNamed()
    .filter(({ service, operation }) => !(operation === null ? asked.has(service) : asked.get(service)?.has(operation) === true))
    // It is asked before the services are.
    .filter(({ operation }) => operation !== 'DescribeRegions');
  assert.deepEqual(wrong, []);
});

function operationsOf({ operation, each }: AwsCall): readonly string[] {
  return [operation, ...(each?.calls ?? []).flatMap(operationsOf)];
}
