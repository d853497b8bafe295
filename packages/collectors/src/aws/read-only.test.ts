import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionsOf } from './permissions.ts';
import { awsServices } from './services.generated.ts';
import type { AwsCall } from './service.ts';

/** GenerateCredentialReport makes a report inside IAM, which is the only way to read it. */
const READING = /^(?:Get|List|Describe|BatchGet|BatchDescribe|Search|Lookup|Query|GenerateCredentialReport$)/;

function callsIn(calls: readonly AwsCall[]): readonly AwsCall[] {
  return calls.flatMap((call) => [call, ...callsIn(call.each?.calls ?? [])]);
}

test('nothing but reads is asked of AWS', () => {
  const names = awsServices.flatMap(({ id, calls }) => callsIn(calls).map(({ operation }) => `${id}:${operation}`));
  assert.ok(names.length > 300, 'the tables are empty');
  assert.deepEqual(
    names.filter((name) => !READING.test(name.split(':')[1] ?? '')),
    [],
  );
});

test('every operation is a command of its client, so that a misspelt one is no silent gap', async () => {
  const missing: string[] = [];
  for (const { id, client, load, calls } of awsServices) {
    const sdk = await load();
    if (typeof sdk[client] !== 'function') missing.push(`${id}: ${client}`);
    for (const { operation } of callsIn(calls)) if (typeof sdk[`${operation}Command`] !== 'function') missing.push(`${id}: ${operation}`);
  }
  assert.deepEqual(missing, []);
});

test('the policy that is printed asks for reads only', () => {
  const writing = actionsOf(awsServices).filter((action) =>
    /:(?:Put|Create|Delete|Update|Modify|Attach|Detach|Tag|Untag|Start|Stop|Run|Set|Add|Remove)/.test(action),
  );
  assert.deepEqual(writing, []);
});
