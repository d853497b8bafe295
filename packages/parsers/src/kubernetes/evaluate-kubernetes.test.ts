import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeclaredResource, Value } from '@kumomori/model';
import { startLine } from '@kumomori/model';
import { detectInputs } from '../code/index.ts';
import type { FileTree } from '../file-tree.ts';
import type { CodeEvaluation } from '../format.ts';
import { evaluateKubernetes } from './evaluate-kubernetes.ts';

function evaluate(files: Readonly<Record<string, string>>): CodeEvaluation {
  const tree: FileTree = {
    root: 'test',
    paths: Object.keys(files),
    read: (path) => (files[path] === undefined ? { kind: 'missing' } : { kind: 'text', text: files[path] }),
  };
  return evaluateKubernetes(
    tree,
    detectInputs(tree).filter(({ kind }) => kind === 'kubernetes'),
  );
}

function resourcesOf({ roots }: CodeEvaluation): readonly DeclaredResource[] {
  return roots.flatMap(({ resources }) => resources);
}

function plain(value: Value | undefined): unknown {
  if (value?.kind === 'map') return Object.fromEntries([...value.entries].map(([key, each]) => [key, plain(each)]));
  if (value?.kind === 'list' || value?.kind === 'set') return value.items.map(plain);
  return value && 'value' in value ? value.value : null;
}

function attribute(resource: DeclaredResource | undefined, name: string): unknown {
  return plain(resource?.block.attributes.get(name)?.value);
}

test('a stream of documents gives one resource for each object, addressed by namespace, kind and name', () => {
  const text = `apiVersion: v1
kind: Namespace
metadata:
  name: orders
---
apiVersion: extensions/v1beta1
kind: Deployment
metadata:
  name: api
  namespace: orders
---
apiVersion: v1
kind: Pod
metadata:
  generateName: job-
`;
  const found = resourcesOf(evaluate({ 'all.yaml': text })).map(({ type, address, block }) => [type, address, startLine(block.head)]);
  assert.deepEqual(found, [
    ['Namespace', 'Namespace/orders', 2],
    ['apps/Deployment', 'orders/Deployment/api', 7],
    ['Pod', 'default/Pod/job-*', 13],
  ]);
});

test('lists are opened, and items of a typed list need no kind', () => {
  const list = JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: [
      { apiVersion: 'v1', kind: 'Service', metadata: { name: 'api' } },
      { apiVersion: 'v1', kind: 'PodList', items: [{ metadata: { name: 'one' } }] },
    ],
  });
  assert.deepEqual(
    resourcesOf(evaluate({ 'list.json': list })).map(({ address }) => address),
    ['default/Service/api', 'default/Pod/one'],
  );
});

test('custom resources that hold pod templates are workloads, one for each template', () => {
  const text = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: api }
spec: { template: { spec: { containers: [{ name: api, image: registry.example.com/api:1 }] } } }
---
apiVersion: kubeflow.org/v1
kind: PyTorchJob
metadata: { name: train }
spec:
  pytorchReplicaSpecs:
    Master: { template: { spec: { containers: [{ name: a, image: registry.example.com/a:1 }] } } }
    Worker: { template: { spec: { containers: [{ name: b, image: registry.example.com/b:1 }] } } }
`;
  assert.deepEqual(
    resourcesOf(evaluate({ 'crd.yaml': text })).map(({ type, address }) => [type, address]),
    [
      ['pod-template', 'Rollout/api'],
      ['pod-template', 'PyTorchJob/train["pytorchReplicaSpecs.Master"]'],
      ['pod-template', 'PyTorchJob/train["pytorchReplicaSpecs.Worker"]'],
    ],
  );
});

test('one broken document does not hide the others', () => {
  const { roots, diagnostics } = evaluate({
    'mixed.yaml':
      'apiVersion: v1\nkind: Pod\nmetadata: { name: one }\n---\napiVersion: v1\nkind: [Pod\n---\napiVersion: v1\nkind: Pod\nmetadata: { name: two }\n',
  });
  assert.deepEqual(
    roots.flatMap(({ resources }) => resources.map(({ address }) => address)),
    ['default/Pod/one', 'default/Pod/two'],
  );
  assert.ok(diagnostics.some(({ code, line }) => code === 'yaml-syntax' && line !== null));
});

test('templates of Helm are not guessed, and that is said once for a chart', () => {
  const { roots, diagnostics } = evaluate({
    'chart/Chart.yaml': 'apiVersion: v2\nname: orders\n',
    'chart/templates/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n',
    'loose.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n  {{- if .Values.x }}\n',
  });
  assert.deepEqual(roots, []);
  assert.deepEqual(
    diagnostics.map(({ severity, file, code }) => [severity, file, code]),
    [
      ['info', 'chart/Chart.yaml', 'helm-template'],
      ['info', 'loose.yaml', 'helm-template'],
    ],
  );
});

test('the same object in two folders stays two things', () => {
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { name: api }\n';
  const found = resourcesOf(evaluate({ 'dev/pod.yaml': pod, 'prod/pod.yaml': pod }));
  assert.equal(new Set(found.map(({ moduleDir, address }) => `${moduleDir}#${address}`)).size, 2);
  assert.equal(new Set(found.map(({ reference }) => reference)).size, 2);
});

test('annotations that suppress are comments inside of the object', () => {
  const { files } = evaluate({
    'pod.yaml':
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: api\n  annotations:\n    checkov.io/skip1: CKV_K8S_16=needs the device\n    kumomori.io/ignore-2: k8s-workload-image-tag\n',
  });
  assert.deepEqual(
    files.get('pod.yaml')?.comments.map(({ text }) => text),
    [' checkov:skip=CKV_K8S_16:needs the device', ' kumomori:ignore k8s-workload-image-tag'],
  );
});

const BASE = {
  'base/kustomization.yaml': 'resources:\n  - deployment.yaml\n  - account.yaml\n',
  'base/account.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: api }\n',
  'base/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      serviceAccountName: api
      containers:
        - name: api
          image: registry.example.com/api:1
          env: [{ name: LEVEL, value: info }]
`,
};

test('an overlay is a root of its own: names, namespace, labels, images and patches are laid over the base', () => {
  const evaluation = evaluate({
    ...BASE,
    'prod/kustomization.yaml': `namespace: shop
namePrefix: prod-
commonLabels: { env: prod }
resources: [../base]
images:
  - name: registry.example.com/api
    newTag: "2"
patches:
  - patch: |-
      - op: add
        path: /spec/template/spec/hostNetwork
        value: true
    target: { kind: Deployment, name: api }
patchesStrategicMerge: [patch.yaml]
`,
    'prod/patch.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  template:
    spec:
      containers:
        - name: api
          env: [{ name: MODE, value: strict }]
        - name: side
          image: registry.example.com/side:1
`,
  });
  assert.deepEqual(
    evaluation.roots.map(({ dir, resources }) => [dir, resources.map(({ address }) => address)]),
    [['prod', ['shop/Deployment/prod-api', 'shop/ServiceAccount/prod-api']]],
  );
  const [deployment] = resourcesOf(evaluation);
  assert.deepEqual(attribute(deployment, 'podTemplate'), {
    metadata: { labels: { app: 'api', env: 'prod' } },
    spec: {
      serviceAccountName: 'prod-api',
      hostNetwork: true,
      containers: [
        {
          name: 'api',
          image: 'registry.example.com/api:2',
          env: [
            { name: 'LEVEL', value: 'info' },
            { name: 'MODE', value: 'strict' },
          ],
        },
        { name: 'side', image: 'registry.example.com/side:1' },
      ],
    },
  });
  assert.equal(deployment?.block.range.source.path, 'base/deployment.yaml');
});

test('generators, components, deletions and what is not on this disk', () => {
  const { roots, diagnostics } = evaluate({
    ...BASE,
    'extra/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n  - path: drop.yaml\n',
    'extra/drop.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: api }\n$patch: delete\n',
    'stage/kustomization.yaml': `resources: [../base, https://example.com/base, missing.yaml]
components: [../extra]
configMapGenerator:
  - name: settings
    literals: [MODE=strict]
    envs: [.env]
`,
    'stage/.env': 'LEVEL=info\n',
  });
  assert.deepEqual(
    roots.map(({ dir, resources }) => [dir, resources.map(({ address }) => address)]),
    [['stage', ['default/Deployment/api', 'default/ConfigMap/settings']]],
  );
  assert.deepEqual(attribute(roots[0]?.resources[1], 'data'), { MODE: 'strict', LEVEL: 'info' });
  assert.deepEqual(
    diagnostics.map(({ severity, code, line }) => [severity, code, line]),
    [
      ['info', 'kustomize-remote', 1],
      ['warning', 'kustomize', 1],
    ],
  );
});

test('kustomizations that use each other end', () => {
  const { diagnostics } = evaluate({
    'kustomization.yaml': 'resources: [a]\n',
    'a/kustomization.yaml': 'resources: [../b]\n',
    'b/kustomization.yaml': 'resources: [../a]\n',
  });
  assert.ok(diagnostics.some(({ code }) => code === 'cycle'));
});
