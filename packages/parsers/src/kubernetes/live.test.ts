import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallError, Json, JsonObject, LiveDeclaration, RecordedCall, Value } from '@kumomori/model';
import { startLine } from '@kumomori/model';
import { declareKubernetes } from './live.ts';

interface Answer {
  readonly call: string;
  readonly request?: JsonObject;
  readonly response?: Json;
  readonly error?: CallError;
}

function declareAnswers(answers: readonly Answer[]): LiveDeclaration {
  const records = answers.map(({ call, request = { path: call }, response, error }, index): RecordedCall => {
    const [service = '', operation = ''] = call.split(':');
    return {
      place: { provider: 'kubernetes', account: 'orders-prod', region: 'global', service, operation },
      record: { request, at: '2026-11-22T09:00:00Z', ...(error ? { error } : { response: response ?? null }) },
      range: { source: { path: `raw/${service}/${operation}.jsonl.gz`, text: '', firstLine: index + 1 }, start: 0, end: 0 },
    };
  });
  const of = (service: string, operation: string): readonly RecordedCall[] =>
    records.filter(({ place }) => place.service === service && place.operation === operation);
  return declareKubernetes({ account: 'orders-prod', partition: '', of });
}

function list(kind: string, items: readonly Json[], more: JsonObject = {}): JsonObject {
  return { kind: `${kind}List`, apiVersion: 'v1', metadata: more, items };
}

const addresses = ({ resources }: LiveDeclaration): readonly string[] => resources.map(({ type, address }) => `${type} ${address}`);

function object(name: string, more: JsonObject = {}, owner?: string): JsonObject {
  const ownerReferences = owner === undefined ? [] : [{ uid: `uid-${owner}`, controller: true }];
  return { metadata: { name, namespace: 'orders', uid: `uid-${name}`, ownerReferences }, ...more };
}

const pod = { spec: { containers: [{ name: 'api', image: 'registry.example.com/orders/api:1.4.2' }], securityContext: {} } };

test('items of a list are the objects that their manifests say, on the line of their call', () => {
  const { resources } = declareAnswers([
    { call: 'core:pods', response: list('Pod', [object('web', { ...pod, status: { phase: 'Running' } })]) },
    { call: 'apps:deployments', response: { ...list('Deployment', [object('api', { spec: { template: pod } })]), apiVersion: 'apps/v1' } },
  ]);
  assert.deepEqual(
    resources.map(({ type, address, block, rootDir }) => [type, address, startLine(block.head), rootDir]),
    [
      ['apps/Deployment', 'orders/Deployment/api', 2, 'kubernetes:orders-prod'],
      ['Pod', 'orders/Pod/web', 1, 'kubernetes:orders-prod'],
    ],
  );
  assert.equal(resources[1]?.block.attributes.has('status'), false);
  const template = resources[0]?.block.attributes.get('podTemplate')?.value;
  const spec = template?.kind === 'map' ? template.entries.get('spec') : undefined;
  assert.deepEqual(spec?.kind === 'map' ? [...spec.entries.keys()] : null, ['containers']);
});

test('what a workload makes is not declared beside it', () => {
  const declared = declareAnswers([
    {
      call: 'core:pods',
      response: list('Pod', [
        object('api-1', pod, 'api-rs'),
        object('batch-1', pod, 'batch-job'),
        object('naked', pod),
        object('db-0', pod, 'operator'),
      ]),
    },
    { call: 'apps:deployments', response: list('Deployment', [object('api', { apiVersion: 'apps/v1', spec: { template: pod } })]) },
    {
      call: 'apps:replicasets',
      response: list('ReplicaSet', [
        object('api-rs', { apiVersion: 'apps/v1', spec: { template: pod } }, 'api'),
        object('alone-rs', { apiVersion: 'apps/v1', spec: { template: pod } }, 'gone'),
      ]),
    },
    { call: 'batch:jobs', response: list('Job', [object('batch-job', { apiVersion: 'batch/v1', spec: { template: pod } }, 'batch')]) },
    {
      call: 'batch:cronjobs',
      response: list('CronJob', [object('batch', { apiVersion: 'batch/v1', spec: { jobTemplate: { spec: { template: pod } } } })]),
    },
  ]);
  assert.deepEqual([...addresses(declared)].toSorted(), [
    'Pod orders/Pod/db-0',
    'Pod orders/Pod/naked',
    'apps/Deployment orders/Deployment/api',
    'apps/ReplicaSet orders/ReplicaSet/alone-rs',
    'batch/CronJob orders/CronJob/batch',
  ]);
});

test('when the deployments may not be listed their replica sets speak for them', () => {
  const declared = declareAnswers([
    { call: 'core:pods', response: list('Pod', [object('api-1', pod, 'api-rs')]) },
    { call: 'apps:deployments', error: { code: 'Forbidden', message: '' } },
    {
      call: 'apps:replicasets',
      response: list('ReplicaSet', [object('api-rs', { apiVersion: 'apps/v1', spec: { template: pod } }, 'api')]),
    },
  ]);
  assert.deepEqual(addresses(declared), ['apps/ReplicaSet orders/ReplicaSet/api-rs']);
  assert.deepEqual(declared.incomplete.get('apps/Deployment'), {
    code: 'not-collected',
    detail: 'the list of deployments.apps failed (Forbidden)',
  });
  assert.equal(declared.incomplete.has('apps/ReplicaSet'), false);
});

function roleObject(
  name: string,
  more: JsonObject = {},
  labels: JsonObject = { 'kubernetes.io/bootstrapping': 'rbac-defaults' },
): JsonObject {
  return { apiVersion: 'rbac.authorization.k8s.io/v1', metadata: { name, uid: `uid-${name}`, labels }, ...more };
}

test('what every cluster has by itself is not declared, unless somebody was added to it', () => {
  const group = (name: string): JsonObject => ({ kind: 'Group', name, apiGroup: 'rbac.authorization.k8s.io' });
  const declared = declareAnswers([
    {
      call: 'core:namespaces',
      response: list(
        'Namespace',
        ['kube-system', 'kube-public', 'orders'].map((name) => ({ metadata: { name, uid: `ns-${name}` } })),
      ),
    },
    { call: 'core:configmaps', response: list('ConfigMap', [object('kube-root-ca.crt'), object('settings')]) },
    {
      call: 'rbac.authorization.k8s.io:clusterroles',
      response: list('ClusterRole', [
        roleObject('system:node'),
        roleObject('cluster-admin'),
        roleObject('backdoor'),
        roleObject('system:orders', {}, {}),
      ]),
    },
    {
      call: 'rbac.authorization.k8s.io:clusterrolebindings',
      response: list('ClusterRoleBinding', [
        roleObject('cluster-admin', { subjects: [group('system:masters')] }),
        roleObject('system:public-info-viewer', { subjects: [group('system:unauthenticated')] }),
        roleObject('system:node-proxier', { subjects: [group('system:masters'), { kind: 'User', name: 'mallory' }] }),
        roleObject('system:discovery', { subjects: [group('system:unauthenticated')] }),
      ]),
    },
  ]);
  assert.deepEqual(
    addresses(declared)
      .map((each) => each.split(' ')[1] ?? '')
      .toSorted(),
    [
      'ClusterRole/backdoor',
      'ClusterRole/system:orders',
      'ClusterRoleBinding/system:discovery',
      'ClusterRoleBinding/system:node-proxier',
      'Namespace/orders',
      'orders/ConfigMap/settings',
    ],
  );
});

test('a list that broke off, was refused or never asked for says so of its type', () => {
  const path = '/api/v1/services';
  const { incomplete, resources } = declareAnswers([
    { call: 'core:services', request: { path, limit: 500 }, response: list('Service', [object('api')], { continue: 'more' }) },
    { call: 'core:configmaps', response: list('ConfigMap', []) },
    { call: 'networking.k8s.io:ingresses', error: { code: '404', message: '' } },
  ]);
  assert.deepEqual(
    resources.map(({ address }) => address),
    ['orders/Service/api'],
  );
  assert.deepEqual(
    ['Service', 'ConfigMap', 'Pod', 'networking.k8s.io/Ingress'].map((type) => incomplete.get(type)?.detail ?? null),
    ['the list of services was not read to its end', null, 'the list of pods was not asked for', null],
  );
});

test('a list that began anew counts from there, and an object that two pages hold counts once', () => {
  const path = '/api/v1/services';
  const declared = declareAnswers([
    { call: 'core:services', request: { path, limit: 500 }, response: list('Service', [object('gone')], { continue: '1' }) },
    { call: 'core:services', request: { path, limit: 500, restart: 1 }, response: list('Service', [object('api')], { continue: '1' }) },
    {
      call: 'core:services',
      request: { path, limit: 500, continue: '1', restart: 1 },
      response: list('Service', [object('api'), object('web')]),
    },
  ]);
  assert.deepEqual(
    [addresses(declared), declared.incomplete.has('Service')],
    [['Service orders/Service/api', 'Service orders/Service/web'], false],
  );
});

test('the server says which kinds there are: what it does not serve is not missing', () => {
  const resource = (plural: string, kind: string): JsonObject => ({
    resource: plural,
    responseKind: { kind },
    scope: 'Namespaced',
    verbs: ['list'],
  });
  const groups = [
    { metadata: { name: '' }, versions: [{ version: 'v1', resources: [resource('pods', 'Pod'), resource('secrets', 'Secret')] }] },
    { metadata: { name: 'argoproj.io' }, versions: [{ version: 'v1alpha1', resources: [resource('rollouts', 'Rollout')] }] },
  ];
  const rollout = object('api', { spec: { template: pod } });
  const { incomplete, resources } = declareAnswers([
    { call: 'discovery:api', response: { kind: 'APIGroupDiscoveryList', items: groups } },
    { call: 'argoproj.io:rollouts', response: { ...list('Rollout', [rollout]), apiVersion: 'argoproj.io/v1alpha1' } },
    { call: 'core:pods', response: list('Pod', []) },
  ]);
  assert.deepEqual([...incomplete.keys()], ['Secret', 'kubelet.config.k8s.io/KubeletConfiguration']);
  assert.deepEqual(
    resources.map(({ type, address }) => [type, address]),
    [['pod-template', 'orders/Rollout/api']],
  );
});

const valueAt = (value: Value | undefined, key: string): Value | undefined => (value?.kind === 'map' ? value.entries.get(key) : undefined);

test('of Secrets only that they are there is known, also when a snapshot holds more', () => {
  const declared = declareAnswers([
    {
      call: 'core:secrets',
      response: {
        kind: 'PartialObjectMetadataList',
        apiVersion: 'meta.k8s.io/v1',
        metadata: {},
        items: [
          { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', ...object('orders') },
          object('full', { type: 'Opaque', data: { password: 'Zm9vYmFy' } }),
        ],
      },
    },
  ]);
  assert.deepEqual(addresses(declared), ['Secret orders/Secret/orders', 'Secret orders/Secret/full']);
  const [metadata, full] = declared.resources;
  assert.equal(metadata?.block.attributes.get('type')?.value.kind, 'unknown');
  assert.equal(full?.block.attributes.get('data')?.value.kind, 'unknown');
  assert.ok(
    !JSON.stringify([...(full?.block.attributes.values() ?? [])].map(({ value }) => valueAt(value, 'password') ?? null)).includes(
      'Zm9vYmFy',
    ),
  );
});

test('kubelets are called like their nodes', () => {
  const { resources, incomplete } = declareAnswers([
    {
      call: 'core:configz',
      request: { path: '/api/v1/nodes/node-1/proxy/configz' },
      response: { kubeletconfig: { readOnlyPort: 10_255 } },
    },
  ]);
  assert.deepEqual(
    resources.map(({ type, address }) => [type, address]),
    [['kubelet.config.k8s.io/KubeletConfiguration', 'KubeletConfiguration/node-1']],
  );
  assert.equal(incomplete.has('kubelet.config.k8s.io/KubeletConfiguration'), false);
});

test('answers that are no answers cost nothing but themselves', () => {
  const odd: readonly Json[] = [
    null,
    'text',
    7,
    [],
    {},
    { items: null },
    { items: 'text' },
    { items: [null, 7, 'text', {}, { kind: 7 }] },
    { items: [{ metadata: 'text' }] },
  ];
  const { resources } = declareAnswers(odd.map((response) => ({ call: 'core:pods', response })));
  assert.deepEqual(
    resources.filter(({ type }) => type !== 'Pod'),
    [],
  );
});
