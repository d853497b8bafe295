/** With the secure port switched off clients have only the one without TLS. */
import { defineCheck, fail, fails, numberOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The secure port of the API server is open',
    ja: 'API サーバーのセキュアポートを開く',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'With the secure port switched off clients have only the one without TLS.',
    ja: 'セキュアポートを無効にすると、クライアントは TLS のないポートしか使えません。',
  },
  fix: {
    summary: {
      en: 'Remove --secure-port=0 from the command.',
      ja: 'コマンドから --secure-port=0 を削除してください。',
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
        - --secure-port=6443`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_89', 'KCV0017', 'AVD-KCV-0017', 'kubescape:C-0128'],
  evaluate(server) {
    const { flags } = server;
    if (numberOf(flags, 'secure-port') !== 0) return pass();
    return fail({ en: `${server.name} switches its secure port off`, ja: `${server.name} がセキュアポートを無効にしています` });
  },
  examples: [
    fails('--secure-port=0', {
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
        - --secure-port=0`,
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
        - --secure-port=6443`,
    }),
  ],
});
