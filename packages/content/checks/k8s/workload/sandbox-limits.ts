/** An agent that loops, or is told to, uses what the node has until somebody stops it. */
import { defineCheck, fail, fails, find, labelOf, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Sandboxes of agents have limits',
    ja: 'エージェントのサンドボックスに上限を設ける',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'An agent that loops, or is told to, uses what the node has until somebody stops it.',
    ja: 'ループした、または指示されたエージェントは、止められるまでノードの資源を使い続けます。',
  },
  fix: {
    summary: {
      en: 'Set limits for CPU and memory in every container of the sandbox.',
      ja: 'サンドボックスの全コンテナーに CPU とメモリーの上限を設定してください。',
    },
    kubernetes: `apiVersion: extensions.agents.x-k8s.io/v1alpha1
kind: SandboxTemplate
metadata:
  name: agent
spec:
  podTemplate:
    spec:
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2
          resources:
            limits:
              cpu: 500m
              memory: 512Mi`,
  },
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  equivalents: ['kubescape:C-0303'],
  without: { terraform: 'the Terraform provider has no such resource' },
  evaluate(pod) {
    if (!pod.kind.startsWith('Sandbox')) return notApplicable({ en: 'It is no sandbox', ja: 'サンドボックスではありません' });
    const found = find(pod.containers, (container) => !container.resources.hasCpuLimit || !container.resources.hasMemoryLimit);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} has no limit for CPU or memory`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} に CPU またはメモリーの上限がありません`,
    });
  },
  examples: [
    fails('none', {
      kubernetes: `apiVersion: extensions.agents.x-k8s.io/v1alpha1
kind: SandboxTemplate
metadata:
  name: agent
spec:
  podTemplate:
    spec:
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2`,
    }),
    passes('both', {
      kubernetes: `apiVersion: extensions.agents.x-k8s.io/v1alpha1
kind: SandboxTemplate
metadata:
  name: agent
spec:
  podTemplate:
    spec:
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2
          resources:
            limits:
              cpu: 500m
              memory: 512Mi`,
    }),
  ],
});
