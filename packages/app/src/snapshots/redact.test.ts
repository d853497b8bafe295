import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { JsonObject } from '@kumomori/model';
import { inFolder } from '../testing/index.ts';
import { redactionKey, redactor } from './redact.ts';

const redact = redactor(Buffer.alloc(32, 1));
const fingerprintOf = (secret: string): JsonObject => redact({ secret }, ['secret'])['secret'] as JsonObject;
/** Of a variable: what kind of credential it held. */
const variableOf = (secret: string, credential: string | null = null): JsonObject => ({ ...fingerprintOf(secret), credential });

test('secrets at paths become fingerprints; everything else stays as it was', () => {
  const answer: JsonObject = {
    Functions: [
      { FunctionName: 'orders', Environment: { Variables: { STAGE: 'prod', EMPTY: '' } } },
      { FunctionName: 'mails', Environment: { Variables: { STAGE: 'prod', PORT: 8080 } } },
      { FunctionName: 'plain' },
    ],
    Reservations: [
      {
        Instances: [
          { InstanceId: 'i-1', UserData: null },
          { InstanceId: 'i-2', UserData: 'IyEvYmluL3No' },
        ],
      },
    ],
  };
  const paths = ['Functions[].Environment.Variables.*', 'Reservations[].Instances[].UserData', 'Nothing[].Here', 'Functions.x.*'];
  assert.deepEqual(redact(answer, paths), {
    Functions: [
      { FunctionName: 'orders', Environment: { Variables: { STAGE: variableOf('prod'), EMPTY: '' } } },
      { FunctionName: 'mails', Environment: { Variables: { STAGE: variableOf('prod'), PORT: variableOf('8080') } } },
      { FunctionName: 'plain' },
    ],
    Reservations: [
      {
        Instances: [
          { InstanceId: 'i-1', UserData: null },
          { InstanceId: 'i-2', UserData: variableOf('IyEvYmluL3No') },
        ],
      },
    ],
  });
});

test('whole objects and lists are redacted, brackets may be left out, twice is once', () => {
  const answer: JsonObject = { data: { user: 'x', nested: ['a'] }, list: ['a', 'b'], items: [{ key: 'a' }] };
  const once = redact(answer, ['data', 'list[]', 'items.key']);
  assert.deepEqual(Object.keys(once['data'] as JsonObject), ['$redacted']);
  assert.deepEqual(once['list'], [fingerprintOf('a'), fingerprintOf('b')]);
  assert.deepEqual(once['items'], [{ key: fingerprintOf('a') }]);
  assert.deepEqual(redact(once, ['data', 'list[]', 'items.key']), once);
});

test('of a list only the elements that a path means', () => {
  const variables = [
    { name: 'TOKEN', value: 'x', type: 'PLAINTEXT' },
    { name: 'DB', value: '/orders/db', type: 'PARAMETER_STORE' },
  ];
  assert.deepEqual(redact({ variables }, ['variables[type=PLAINTEXT].value'])['variables'], [
    { ...variables[0], value: variableOf('x') },
    variables[1],
  ]);
});

test('of variables and user data it is kept what kind of credential they held', () => {
  const password = ['Kx7', 'vQ2', 'mLp9'].join('-');
  const script = Buffer.from(`#!/bin/sh\nexport DB_PASSWORD=${password}\n`).toString('base64');
  const answer: JsonObject = {
    Variables: { DB_PASSWORD: password },
    Environment: [{ Name: 'DB_PASSWORD', Value: password }],
    UserData: { Value: script },
  };
  assert.deepEqual(redact(answer, ['Variables.*', 'Environment[].Value', 'UserData.Value']), {
    Variables: { DB_PASSWORD: variableOf(password, 'password') },
    Environment: [{ Name: 'DB_PASSWORD', Value: variableOf(password, 'password') }],
    UserData: { Value: variableOf(script, 'password') },
  });
});

test('a fingerprint is 16 digits, differs between keys, and equal secrets have equal ones', () => {
  const fingerprint = (fingerprintOf('prod') as JsonObject)['$redacted'];
  assert.match(String(fingerprint), /^[0-9a-f]{16}$/);
  assert.deepEqual(fingerprintOf('prod'), fingerprintOf('prod'));
  assert.notDeepEqual(fingerprintOf('prod'), fingerprintOf('test'));
  assert.notDeepEqual(fingerprintOf('prod'), redactor(Buffer.alloc(32, 2))({ secret: 'prod' }, ['secret'])['secret']);
});

test('the key of a data folder is made once and private', async () => {
  await inFolder({}, (folder) => {
    const data = join(folder, 'data/kumomori');
    const key = redactionKey(data);
    assert.equal(key.length, 32);
    assert.deepEqual(redactionKey(data), key);
    assert.equal(statSync(join(data, 'redaction.key')).mode & 0o777, 0o600);
    assert.equal(statSync(data).mode & 0o777, 0o700);
    assert.notDeepEqual(redactionKey(join(folder, 'other')), key);
    assert.equal(readFileSync(join(data, 'redaction.key'), 'utf8').trim(), Buffer.from(key).toString('hex'));
    writeFileSync(join(data, 'redaction.key'), 'short');
    assert.throws(() => redactionKey(data), { name: 'SnapshotError', code: 'read-failed' });
  });
});

test('`!` and how names begin: every member but those', () => {
  const answer: JsonObject = { Jobs: [{ DefaultArguments: { '--enable-metrics': 'true', '--password': 'x' } }] };
  assert.deepEqual(redact(answer, ['Jobs[].DefaultArguments.!--enable-']), {
    Jobs: [{ DefaultArguments: { '--enable-metrics': 'true', '--password': variableOf('x') } }],
  });
});
