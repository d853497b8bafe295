/** Live clusters are judged as their manifests are; what could not be listed is unknown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks } from '@kumomori/content';
import { evaluateIn } from '@kumomori/engine';
import type { CatalogueEntry, CodeRoot, Example, JsonObject, RecordedCalls, Status } from '@kumomori/model';
import { normalizeCode, resourceReaders } from '@kumomori/model';
import { declareKubernetes, evaluateCode } from '@kumomori/parsers';
import { CLUSTER, NotPlain, appliedObject, groupOfObject, recordedLists } from '../testing/kubernetes-cluster.ts';
import { resourceSet } from './evaluate-checks.ts';
import { exampleRoots } from './example-resources.ts';

function liveRoot(calls: RecordedCalls): CodeRoot {
  const { resources, incomplete } = declareKubernetes(calls, (_, error) => {
    throw error;
  });
  return { kind: 'live', cloud: 'kubernetes', dir: `kubernetes:${CLUSTER}`, resources, incomplete };
}

/** Verdicts by the address of what was judged. */
function verdicts(root: CodeRoot, id: string, params: Example['params'] = {}): Readonly<Record<string, Status>> {
  const entry = checks.find((each) => each.id === id);
  assert.ok(entry, id);
  const resources = normalizeCode(root, resourceReaders);
  const set = resourceSet(resources, root, resourceReaders);
  const judged = resources.filter(({ type }) => type === entry.check.on);
  return Object.fromEntries(
    judged.map((each) => [each.origin.address, evaluateIn(set, entry.check, each, params ? { params } : {}).status]),
  );
}

function worst(root: CodeRoot, { id }: CatalogueEntry, { params }: Example): Status {
  const found = Object.values(verdicts(root, id, params));
  return (['fail', 'unknown', 'pass'] as const).find((status) => found.includes(status)) ?? 'not-applicable';
}

/** Why a check says something else of a live cluster. */
const otherwise: Readonly<Record<string, string>> = {
  'k8s-secret-not-in-code': 'a live Secret stands in no code',
  'k8s-workload-service-account-field': 'the server keeps both fields equal',
};

test('what manifests apply is judged like the manifests', () => {
  const different: string[] = [];
  let compared = 0;
  const judged = new Set<string>();
  for (const entry of checks) {
    if (!entry.id.startsWith('k8s-') || otherwise[entry.id] !== undefined) continue;
    for (const example of entry.check.examples) {
      const [root, ...others] = example.sources.kubernetes === undefined ? [] : exampleRoots('kubernetes', example.sources.kubernetes);
      const objects = root && others.length === 0 ? plainObjects(root) : null;
      if (!root || !objects) continue;
      const [code, live] = [worst(root, entry, example), worst(liveRoot(recordedLists(objects)), entry, example)];
      compared += 1;
      judged.add(entry.id);
      if (code !== live) different.push(`${entry.id} "${example.name}": ${code} in code, ${live} live`);
    }
  }
  assert.deepEqual(different, []);
  assert.ok(compared >= 550 && judged.size >= 210, `${compared} examples of ${judged.size} checks`);
});

/** Null when a part of it is no object of an API server. */
function plainObjects({ resources }: CodeRoot): readonly JsonObject[] | null {
  try {
    const objects = resources.map(appliedObject);
    return objects.every((object) => groupOfObject(object) !== null) ? objects : null;
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

const image = 'registry.example.com/orders/api:1.4.2';
const restricted = {
  allowPrivilegeEscalation: false,
  runAsNonRoot: true,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};

function pod(name: string, securityContext: JsonObject): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'orders', uid: name },
    spec: { containers: [{ name: 'api', image, securityContext }] },
  };
}

const cluster: readonly JsonObject[] = [
  pod('privileged', { privileged: true }),
  pod('restricted', restricted),
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'orders', uid: 'orders' } },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'all', namespace: 'orders', uid: 'policy' },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'everybody', uid: 'everybody' },
    roleRef: { kind: 'ClusterRole', name: 'cluster-admin' },
    subjects: [{ kind: 'Group', name: 'system:authenticated' }],
  },
];

test('pod security and rights of a live cluster', () => {
  const root = liveRoot(recordedLists(cluster));
  assert.deepEqual(verdicts(root, 'k8s-pod-security-privileged'), { 'orders/Pod/privileged': 'fail', 'orders/Pod/restricted': 'pass' });
  assert.deepEqual(verdicts(root, 'k8s-pod-security-run-as-non-root', { level: ['restricted'] }), {
    'orders/Pod/privileged': 'fail',
    'orders/Pod/restricted': 'pass',
  });
  assert.deepEqual(verdicts(root, 'k8s-rbac-no-cluster-admin'), { 'ClusterRoleBinding/everybody': 'fail' });
  assert.deepEqual(verdicts(root, 'k8s-namespace-network-policy'), { 'Namespace/orders': 'pass' });
  assert.deepEqual(verdicts(root, 'k8s-workload-network-policy'), { 'orders/Pod/privileged': 'pass', 'orders/Pod/restricted': 'pass' });
});

test('what may not be listed is unknown where others depend on it, and absent by itself', () => {
  const refused = ['networkpolicies', 'rolebindings', 'clusterrolebindings', 'serviceaccounts', 'resourcequotas'];
  const root = liveRoot(recordedLists(cluster, { refused }));
  const pods = (status: Status): Readonly<Record<string, Status>> => ({ 'orders/Pod/privileged': status, 'orders/Pod/restricted': status });
  assert.deepEqual(verdicts(root, 'k8s-rbac-no-cluster-admin'), {});
  assert.deepEqual(verdicts(root, 'k8s-namespace-network-policy'), { 'Namespace/orders': 'unknown' });
  assert.deepEqual(verdicts(root, 'k8s-namespace-resource-quota'), { 'Namespace/orders': 'unknown' });
  assert.deepEqual(verdicts(root, 'k8s-workload-network-policy'), pods('unknown'));
  assert.deepEqual(verdicts(root, 'k8s-workload-token-mount'), pods('unknown'));
  assert.deepEqual(verdicts(root, 'k8s-workload-no-takeover-role'), pods('unknown'));
  assert.deepEqual(verdicts(root, 'k8s-pod-security-privileged'), { 'orders/Pod/privileged': 'fail', 'orders/Pod/restricted': 'pass' });
});

test('a credential that was redacted is still a credential, and a harmless variable none', () => {
  const env = (name: string, value: JsonObject): JsonObject => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: name.toLowerCase(), namespace: 'orders', uid: name },
    spec: { containers: [{ name: 'api', image, env: [{ name, value }] }] },
  });
  const calls = recordedLists([
    env('PASSWORD', { $redacted: 'a1', credential: 'password' }),
    env('LEVEL', { $redacted: 'b2', credential: null }),
    env('TOKEN', { $redacted: 'c3' }),
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', namespace: 'orders', uid: 'settings' },
      data: { 'app.ini': { $redacted: 'd4', credential: 'aws-access-key' } },
    },
  ]);
  assert.deepEqual(verdicts(liveRoot(calls), 'k8s-workload-no-credentials-in-env'), {
    'orders/Pod/level': 'pass',
    'orders/Pod/password': 'fail',
    'orders/Pod/token': 'unknown',
  });
  assert.deepEqual(verdicts(liveRoot(calls), 'k8s-config-map-no-credentials'), { 'orders/ConfigMap/settings': 'fail' });
});

test('the output of kubectl get -A -o json is scanned as code, with all that the server adds', () => {
  const listed = cluster.map((object) => ({
    ...object,
    metadata: {
      ...(object['metadata'] as JsonObject),
      managedFields: [{ manager: 'kubectl', fieldsV1: { 'f:spec': { 'f:containers': { 'k:{"name":"api"}': { '.': {} } } } } }],
      creationTimestamp: '2026-11-01T00:00:00Z',
      resourceVersion: '7',
    },
    status: {
      conditions: [{ type: 'Ready', status: 'True' }],
      containerStatuses: [{ image, imageID: 'sha256:0', state: { running: {} } }],
    },
  }));
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' }, items: listed }, null, 4);
  const { roots, diagnostics } = evaluateCode({ root: '.', paths: ['cluster.json'], read: () => ({ kind: 'text', text }) });
  assert.deepEqual(diagnostics, []);
  const [root] = roots;
  assert.ok(root && roots.length === 1);
  assert.deepEqual(verdicts(root, 'k8s-pod-security-privileged'), { 'orders/Pod/privileged': 'fail', 'orders/Pod/restricted': 'pass' });
  assert.deepEqual(verdicts(root, 'k8s-namespace-network-policy'), { 'Namespace/orders': 'pass' });
});
