/** Without an audit log nobody can say who did what in the cluster. */
import { defineCheck, fail, fails, isGiven, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server writes an audit log',
    ja: 'API サーバーは監査ログを書く',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without an audit log nobody can say who did what in the cluster.',
    ja: '監査ログがないと、クラスターで誰が何をしたか分かりません。',
  },
  fix: {
    summary: {
      en: 'Start the program with --audit-log-path=FILE (and --audit-policy-file).',
      ja: '--audit-log-path=FILE (and --audit-policy-file) を付けて起動してください。',
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
        - --audit-log-path=/var/log/audit.log`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_91', 'KCV0019', 'AVD-KCV-0019', 'kubescape:C-0130'],
  evaluate(server) {
    const { flags } = server;
    if (isGiven(flags, 'audit-log-path') || isGiven(flags, 'audit-webhook-config-file')) return pass();
    return fail({ en: `${server.name} writes no audit log`, ja: `${server.name} が監査ログを書いていません` });
  },
  examples: [
    fails('not given', {
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
        - --audit-log-path=/var/log/audit.log`,
    }),
  ],
});
