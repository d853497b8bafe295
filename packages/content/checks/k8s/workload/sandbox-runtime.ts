/** Code that an agent writes is strange code: a shared kernel is not enough between it and the node. */
import { defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Sandboxes of agents have a runtime of their own',
    ja: 'エージェントのサンドボックスに専用のランタイムを使う',
  },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Code that an agent writes is strange code: a shared kernel is not enough between it and the node.',
    ja: 'エージェントが書くコードは信頼できないため、カーネルの共有だけでは隔離が足りません。',
  },
  fix: {
    summary: {
      en: 'Set runtimeClassName to a sandboxed runtime such as gVisor or Kata Containers.',
      ja: 'runtimeClassName に gVisor や Kata Containers などのサンドボックスランタイムを指定してください。',
    },
    kubernetes: `apiVersion: extensions.agents.x-k8s.io/v1alpha1
kind: SandboxTemplate
metadata:
  name: agent
spec:
  podTemplate:
    spec:
      runtimeClassName: gvisor
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2`,
  },
  references: ['https://kubernetes.io/docs/concepts/containers/runtime-class/'],
  equivalents: ['kubescape:C-0297'],
  without: { terraform: 'the Terraform provider has no such resource' },
  evaluate(pod) {
    if (!pod.kind.startsWith('Sandbox')) return notApplicable({ en: 'It is no sandbox', ja: 'サンドボックスではありません' });
    if ((pod.runtimeClass ?? '') !== '') return pass();
    return fail({
      en: `Sandbox ${pod.name} runs with the runtime of all other pods`,
      ja: `サンドボックス ${pod.name} が通常の Pod と同じランタイムで動作します`,
    });
  },
  examples: [
    fails('none is named', {
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
    passes('gVisor', {
      kubernetes: `apiVersion: extensions.agents.x-k8s.io/v1alpha1
kind: SandboxTemplate
metadata:
  name: agent
spec:
  podTemplate:
    spec:
      runtimeClassName: gvisor
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2`,
    }),
  ],
});
