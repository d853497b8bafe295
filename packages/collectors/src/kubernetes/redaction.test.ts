import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '@kumomori/model';
import { redactObject } from './redaction.ts';
import { remembering } from './testing.ts';

const { redact } = remembering().env;
const hidden = (text: string, credential?: string | null): JsonObject => ({
  $redacted: String(JSON.stringify(text).length),
  ...(credential !== undefined && { credential }),
});
const password = ['c0rrect', 'h0rse', 'b4ttery'].join('-');
const key = ['AKIA', 'QWERTYUIOPASDFGH'].join('');

test('of a Secret no value stays, nor the copy that kubectl keeps', () => {
  const copy = JSON.stringify({ data: { password } });
  const secret = {
    metadata: {
      name: 'orders',
      managedFields: [{ manager: 'kubectl' }],
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': copy, team: 'orders' },
    },
    type: 'Opaque',
    data: { password: 'Zm9v', empty: '' },
  };
  assert.deepEqual(redactObject(secret, 'secrets', redact), {
    metadata: { name: 'orders', annotations: { 'kubectl.kubernetes.io/last-applied-configuration': hidden(copy), team: 'orders' } },
    type: 'Opaque',
    data: { password: hidden('Zm9v'), empty: '' },
  });
});

test('variables keep their names and whether they held a credential', () => {
  const container = {
    name: 'api',
    image: 'registry.example.com/orders/api:1.4.2',
    args: ['--log-level=debug', `--db-password=${password}`],
    env: [
      { name: 'DB_PASSWORD', value: password },
      { name: 'LOG_LEVEL', value: 'debug' },
      { name: 'DB_HOST', valueFrom: { secretKeyRef: { name: 'orders', key: 'host' } } },
      { name: 'NOTHING', value: '' },
    ],
  };
  const { spec } = redactObject({ spec: { template: { spec: { containers: [container] } } } }, '', redact) as { spec: JsonObject };
  assert.deepEqual(spec, {
    template: {
      spec: {
        containers: [
          {
            name: 'api',
            image: 'registry.example.com/orders/api:1.4.2',
            args: ['--log-level=debug', hidden(`--db-password=${password}`, 'password')],
            env: [
              { name: 'DB_PASSWORD', value: hidden(password, 'password') },
              { name: 'LOG_LEVEL', value: hidden('debug', null) },
              { name: 'DB_HOST', valueFrom: { secretKeyRef: { name: 'orders', key: 'host' } } },
              { name: 'NOTHING', value: '' },
            ],
          },
        ],
      },
    },
  });
});

test('of a ConfigMap only what is a credential is replaced', () => {
  const file = `url=jdbc:postgresql://db\naccess=${key}\n`;
  const { data, binaryData } = redactObject(
    { data: { LEVEL: 'info', 'application.properties': file, API_TOKEN: password }, binaryData: { keystore: 'AAAA' } },
    'configmaps',
    redact,
  );
  assert.deepEqual(data, {
    LEVEL: 'info',
    'application.properties': hidden(file, 'aws-access-key'),
    API_TOKEN: hidden(password, 'password'),
  });
  assert.deepEqual(binaryData, { keystore: hidden('AAAA') });
});

test('objects that are too deep are cut', () => {
  let deep: JsonObject = {};
  for (let level = 0; level < 5000; level++) deep = { deep };
  assert.ok(JSON.stringify(redactObject({ spec: deep }, '', redact)).length < 1000);
});

test('whoever keeps secrets keeps them all', () => {
  const kept = redactObject({ data: { password: 'Zm9v' } }, 'secrets', (response) => response);
  assert.deepEqual(kept, { data: { password: 'Zm9v' } });
});
