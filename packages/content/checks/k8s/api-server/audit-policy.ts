/** Without a policy no event is written, whatever path the log has. */
import { defineCheck, fail, fails, isGiven, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server has an audit policy',
    ja: 'API サーバーに監査ポリシーがある',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without a policy no event is written, whatever path the log has.',
    ja: 'ポリシーがないと、ログの保存先を指定してもイベントは記録されません。',
  },
  fix: {
    summary: {
      en: 'Start the program with --audit-policy-file=FILE.',
      ja: '--audit-policy-file=FILE を付けて起動してください。',
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
        - --audit-policy-file=/etc/kubernetes/audit.yaml`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['kubescape:C-0160', 'kubescape:C-0067'],
  evaluate(server) {
    const { flags } = server;
    if (isGiven(flags, 'audit-policy-file')) return pass();
    return fail({ en: `${server.name} has no audit policy`, ja: `${server.name} に監査ポリシーがありません` });
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
        - --audit-policy-file=/etc/kubernetes/audit.yaml`,
    }),
  ],
});
