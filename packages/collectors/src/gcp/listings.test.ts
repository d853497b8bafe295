import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gcpKinds } from '@kumomori/model';
import { split } from './listing.ts';
import { gcpListings } from './listings/index.ts';
import { gcpPermissions, gcpRole } from './permissions.ts';

const calls = new Set(gcpListings.map(({ call }) => call));

test('every kind that is projected is told of by the inventory or asked of its API', () => {
  const elsewhere = new Set(['logging.googleapis.com:ancestorSinks']);
  assert.deepEqual(
    gcpKinds.filter(({ call, assets }) => assets.length === 0 && !calls.has(call) && !elsewhere.has(call)).map(({ call }) => call),
    [],
  );
});

test('every listing is projected, or leads to one that is, or is asked by projections', () => {
  const kinds = new Set(gcpKinds.map(({ call }) => call));
  const leading = new Set(gcpListings.flatMap(({ within }) => within ?? []));
  const asked = new Set([
    'serviceusage.googleapis.com:services',
    'policyanalyzer.googleapis.com:serviceAccountLastAuthentication',
    'policyanalyzer.googleapis.com:serviceAccountKeyLastAuthentication',
  ]);
  assert.deepEqual(
    [...calls].filter((call) => !kinds.has(call) && !leading.has(call) && !asked.has(call)),
    [],
  );
});

test('listings within others name ones that exist, on a host of the same service or of Google', () => {
  for (const { call, url, within, policy } of gcpListings) {
    assert.ok(within === undefined || calls.has(within), `${call} within ${within ?? ''}`);
    for (const each of [url, ...(policy ? [policy.url] : [])]) {
      const { hostname, protocol } = new URL(each.replaceAll(/\{[^}]+\}/g, 'x'));
      assert.equal(protocol, 'https:');
      assert.ok(hostname === split(call).service || hostname === `x-${split(call).service}`, `${call}: ${hostname}`);
    }
  }
});

test('only permissions that read are needed', () => {
  const reading = /\.(?:get|list|getIamPolicy|listResource|listIamPolicy)$|LastAuthenticationActivities\.query$/;
  assert.deepEqual(
    gcpPermissions().filter((permission) => !reading.test(permission)),
    [],
  );
  assert.ok(gcpPermissions().length > 100);
  const role: unknown = JSON.parse(gcpRole());
  assert.deepEqual(role, {
    title: 'kumomori collector',
    description: 'Reads the configuration that kumomori checks. No data, no secrets, no changes.',
    stage: 'GA',
    includedPermissions: gcpPermissions(),
  });
});

test('a role of a project holds nothing that only organizations have', () => {
  const text = gcpRole({ level: 'project' });
  assert.ok(!text.includes('resourcemanager.folders.list') && !text.includes('accesscontextmanager'));
  assert.ok(text.includes('"resourcemanager.projects.get"'));
});

test('nothing that could be data is asked for', () => {
  const data = /secrets\.access|versions\.access|objects\.(?:get|list)|tables\.getData|instances\.getSerialPortOutput|keys\.getKeyString/;
  assert.deepEqual(
    gcpPermissions().filter((permission) => data.test(permission)),
    [],
  );
});
