import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json, JsonObject } from '@kumomori/model';
import { earlierOf, linesOf } from '../testing/index.ts';
import { collectKubernetes } from './collect-kubernetes.ts';
import type { FakeKind, Remembered } from './testing.ts';
import { fakeCluster, kubeconfig, remembering } from './testing.ts';

const named = (name: string, image = 'web:1'): JsonObject => ({ metadata: { name, namespace: 'orders' }, spec: { image } });
const kinds = (...deployments: readonly JsonObject[]): Readonly<Record<string, FakeKind>> => ({
  '/api/v1/pods': { kind: 'Pod', isNamespaced: true, items: ['a', 'b', 'c'].map((name) => named(name)) },
  '/apis/apps/v1/deployments': { kind: 'Deployment', isNamespaced: true, items: deployments },
});
const audit = (verb: string, resource: string, name: string): Json => ({
  ...{ apiVersion: 'audit.k8s.io/v1', kind: 'Event', stage: 'ResponseComplete', verb },
  objectRef: { apiGroup: 'apps', resource, name },
});

async function collect(
  serve: Readonly<Record<string, FakeKind>>,
  memory: Remembered,
): Promise<{ readonly asked: readonly string[]; readonly records: Remembered['records'] }> {
  const cluster = await fakeCluster(serve, { page: 2 });
  try {
    await collectKubernetes({ kubeconfigText: kubeconfig(cluster.origin) }, memory.env);
    return { asked: cluster.asked, records: memory.records };
  } finally {
    await cluster.close();
  }
}

test('only kinds that events tell of are listed again, and the whole is as if all had been', async () => {
  const before = await collect(kinds(named('web'), named('gone')), remembering());
  const after = kinds(named('web', 'web:2'), named('new'), named('newer'));
  const memory = remembering();
  const events = [audit('patch', 'deployments', 'web'), audit('create', 'deployments', 'new'), audit('delete', 'deployments', 'gone')];
  const again = await collect(after, { ...memory, env: { ...memory.env, earlier: earlierOf('kubernetes', before.records, events) } });
  const full = await collect(after, remembering());
  assert.deepEqual(linesOf(again.records), linesOf(full.records));
  assert.deepEqual(
    again.asked.map((path) => path.split('?')[0]),
    ['/version', '/apis/authentication.k8s.io/v1/selfsubjectreviews', '/apis/apps/v1/deployments', '/apis/apps/v1/deployments'],
  );
});

test('without events every kind is listed again: the API has no other way to tell', async () => {
  const before = await collect(kinds(named('web')), remembering());
  const memory = remembering();
  const again = await collect(kinds(named('web')), {
    ...memory,
    env: { ...memory.env, earlier: earlierOf('kubernetes', before.records, null) },
  });
  assert.equal(again.asked.length, before.asked.length);
});
