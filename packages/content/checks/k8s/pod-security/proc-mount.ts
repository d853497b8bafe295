/** Baseline: /proc stays masked, except in a user namespace since v1.35. */
import {
  asksRestricted,
  defineCheck,
  fail,
  fails,
  find,
  isExemptUserNamespace,
  labelOf,
  notApplicable,
  notInForce,
  pass,
  passes,
  podSecurityParams,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers keep the default /proc mount',
    ja: 'コンテナーは既定の /proc マウントを使う',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'The default mount hides parts of /proc that say or change things about the node.',
    ja: '既定のマウントは、ノードの情報を示したり変更したりできる /proc の一部を隠します。',
  },
  fix: {
    edits: { kubernetes: [{ set: '$containers.securityContext.procMount', value: 'Default', ifThere: true }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Remove securityContext.procMount, or give the pod a user namespace of its own (hostUsers: false, v1.35 and later).',
      ja: 'securityContext.procMount を削除するか、Pod に専用のユーザー名前空間を与えてください (hostUsers: false、v1.35 以降)。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostUsers: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        procMount: Unmasked`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: ['AVD-KSV-0027', 'KSV027'],
  without: { terraform: 'the Terraform provider has no such argument' },
  params: podSecurityParams,
  evaluate(pod, request) {
    if (asksRestricted(request)) return notApplicable(notInForce);
    const open = find(pod.containers, ({ security }) => (security.procMount ?? 'Default') !== 'Default');
    if (!open || isExemptUserNamespace(pod, request)) return pass();
    return fail({
      en: `Container ${labelOf(open)} of ${pod.name} has an unmasked /proc`,
      ja: `${pod.name} のコンテナー ${labelOf(open)} の /proc がマスクされていません`,
    });
  },
  examples: [
    fails('an unmasked /proc', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        procMount: Unmasked`,
    }),
    fails(
      'a user namespace did not help before v1.35',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostUsers: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        procMount: Unmasked`,
      },
      { params: { version: 34 } },
    ),
    passes('in a user namespace', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostUsers: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        procMount: Unmasked`,
    }),
    passes('the default', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        procMount: Default`,
    }),
  ],
});
