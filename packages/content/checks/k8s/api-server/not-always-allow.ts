/** AlwaysAllow makes every request that is authenticated, or anonymous, an allowed one. */
import { defineCheck, fail, fails, pass, passes, valuesOf } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server does not allow everything',
    ja: 'API サーバーはすべてを許可する設定にしない',
  },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'AlwaysAllow makes every request that is authenticated, or anonymous, an allowed one.',
    ja: 'AlwaysAllow は、認証済みか匿名かを問わず、すべての要求を許可します。',
  },
  fix: {
    summary: {
      en: 'Replace AlwaysAllow in --authorization-mode by Node,RBAC.',
      ja: '--authorization-mode の AlwaysAllow を Node,RBAC に置き換えてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      image: registry.example.com/kube-apiserver:v1.33.1
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_74', 'KCV0007', 'AVD-KCV-0007', 'kubescape:C-0118'],
  evaluate(server) {
    const { flags } = server;
    if (!valuesOf(flags, 'authorization-mode').includes('AlwaysAllow')) return pass();
    return fail({
      en: `${server.name} allows every request (AlwaysAllow)`,
      ja: `${server.name} がすべての要求を許可しています (AlwaysAllow)`,
    });
  },
  examples: [
    fails('--authorization-mode=RBAC,AlwaysAllow', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      image: registry.example.com/kube-apiserver:v1.33.1
      command:
        - kube-apiserver
        - --authorization-mode=RBAC,AlwaysAllow`,
    }),
    passes('as it should be', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      image: registry.example.com/kube-apiserver:v1.33.1
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC`,
    }),
  ],
});
