/** Restricted: /proc stays masked, also in a user namespace. */
import {
  asksRestricted,
  defineCheck,
  fail,
  fails,
  find,
  labelOf,
  notApplicable,
  notInForce,
  pass,
  passes,
  podSecurityParams,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers keep the default /proc mount (restricted)',
    ja: 'コンテナーは既定の /proc マウントを使う (restricted)',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'The default mount hides parts of /proc that say or change things about the node, in a user namespace too.',
    ja: '既定のマウントは、ユーザー名前空間の中でも、ノードに関わる /proc の一部を隠します。',
  },
  fix: {
    summary: {
      en: 'Remove securityContext.procMount.',
      ja: 'securityContext.procMount を削除してください。',
    },
    kubernetes: `metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: [],
  without: { terraform: 'the Terraform provider has no such argument' },
  params: podSecurityParams,
  evaluate(pod, request) {
    if (!asksRestricted(request)) return notApplicable(notInForce);
    const open = find(pod.containers, ({ security }) => (security.procMount ?? 'Default') !== 'Default');
    if (!open) return pass();
    return fail({
      en: `Container ${labelOf(open)} of ${pod.name} has an unmasked /proc`,
      ja: `${pod.name} のコンテナー ${labelOf(open)} の /proc がマスクされていません`,
    });
  },
  examples: [
    fails(
      'in a user namespace too',
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
      { params: { level: ['restricted'] } },
    ),
    passes(
      'the default',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      },
      { params: { level: ['restricted'] } },
    ),
  ],
});
