/** Behind the insecure port every request has all rights, without authentication. */
import { defineCheck, fail, fails, numberOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The insecure port of the API server is closed',
    ja: 'API サーバーの安全でないポートを閉じる',
  },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Behind the insecure port every request has all rights, without authentication.',
    ja: '安全でないポートでは、認証なしにすべての要求が全権限を持ちます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --insecure-port=0.',
      ja: '--insecure-port=0 を付けて起動してください。',
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
        - --insecure-port=0`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_88', 'kubescape:C-0005'],
  evaluate(server) {
    const { flags } = server;
    if ((numberOf(flags, 'insecure-port') ?? 0) === 0) return pass();
    return fail({ en: `${server.name} opens the insecure port`, ja: `${server.name} が安全でないポートを開いています` });
  },
  examples: [
    fails('--insecure-port=8080', {
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
        - --insecure-port=8080`,
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
        - --insecure-port=0`,
    }),
    passes('not given', {
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
        - kube-apiserver`,
    }),
  ],
});
