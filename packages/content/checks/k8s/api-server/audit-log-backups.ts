/** With few old files a burst of requests pushes out what was written before it. */
import { defineCheck, fail, fails, numberOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server keeps 10 old files of audit log',
    ja: 'API サーバーは監査ログを 10 個の旧ファイル以上保持する',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'With few old files a burst of requests pushes out what was written before it.',
    ja: '旧ファイルが少ないと、大量の要求でそれ以前の記録が押し出されます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --audit-log-maxbackup=10 or more.',
      ja: '--audit-log-maxbackup=10 or more を付けて起動してください。',
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
        - --audit-log-maxbackup=10`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_93', 'KCV0021', 'AVD-KCV-0021', 'kubescape:C-0132'],
  evaluate(server) {
    const { flags } = server;
    if ((numberOf(flags, 'audit-log-maxbackup') ?? 0) >= 10) return pass();
    return fail({
      en: `${server.name} keeps less than 10 old files of its audit log`,
      ja: `${server.name} の監査ログの保持が 10 個の旧ファイル未満です`,
    });
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
    fails('--audit-log-maxbackup=5', {
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
        - --audit-log-maxbackup=5`,
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
        - --audit-log-maxbackup=10`,
    }),
  ],
});
