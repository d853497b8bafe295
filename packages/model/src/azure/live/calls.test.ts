import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { resourceReaders } from '../../resource-types.generated.ts';
import { azurePermissionOf, azurePathOf, azurePlaceOf } from './call.ts';
import { graphCalls } from './calls/graph.ts';
import { azureCalls, azureNotAsked, azureParts } from './calls/index.ts';

const asked = new Set([...azureCalls.map(({ type }) => type), ...Object.keys(azureParts)]);
/** Read for their tags only: the list of all resources has these. */
const ofTags = 'azure.governance.tagged-resource';

test('every type that a reader of templates reads is asked for, or says why not', () => {
  const missing = resourceReaders.flatMap(({ type, arm }) =>
    [...(arm?.types ?? []), ...Object.keys(arm?.satellites ?? {})]
      .filter((each) => type !== ofTags && !asked.has(each) && azureNotAsked[each] === undefined)
      .map((each) => `${type}: ${each}`),
  );
  assert.deepEqual(missing, []);
});

test('every type that a reader names anywhere in its text is asked for, spelled like that', () => {
  const files = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !/(?:test|terraform)\.ts$|tagged-resource|^live\//.test(path),
  );
  const missing = files.flatMap((path) => {
    const text = readFileSync(join(import.meta.dirname, '..', path), 'utf8');
    const named = [...text.matchAll(/'(Microsoft\.[A-Za-z]+\/[A-Za-z/]+[A-Za-z])'/g)].map(([, type]) => type ?? '');
    return named.filter((type) => !isKnown(type) && !elsewhere.test(type)).map((type) => `${path}: ${type}`);
  });
  assert.deepEqual(missing, []);
});

/** Objects of Microsoft Graph. */
const elsewhere = /^Microsoft\.Graph\//;

function isKnown(type: string): boolean {
  return asked.has(type) || azureNotAsked[type] !== undefined;
}

test('each call has its own place and leads to a resource that is asked for before', () => {
  const seen = new Set<string>();
  for (const call of azureCalls) {
    for (const type of call.of ?? []) assert.ok(seen.has(type), `${call.type} is asked of ${type}`);
    seen.add(call.type);
    assert.match(azurePathOf(call, '/subscriptions/1'), /^\/subscriptions\/1/);
    assert.match(azurePlaceOf(call).service, /^Microsoft\.[A-Za-z]+$/);
  }
  const keys = azureCalls.map((call) => JSON.stringify([azurePlaceOf(call), call.of, call.path]));
  assert.equal(new Set(keys).size, keys.length);
});

test('everything only reads', () => {
  for (const call of azureCalls) {
    assert.match(azurePermissionOf(call), /^Microsoft\.[A-Za-z]+\/[A-Za-z/]+\/read$/);
  }
  for (const { permission } of graphCalls) assert.match(permission, /^[A-Za-z]+\.Read\./);
});

test('API versions are dates', () => {
  for (const { type, apiVersion } of azureCalls) assert.match(apiVersion, /^20\d\d-\d\d-\d\d(?:-preview)?$/, type);
});
