/** Attacks are often found weeks later; what is deleted before cannot be looked up. */
import { defineCheck, fail, fails, numberOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server keeps 30 days of audit log',
    ja: 'API サーバーは監査ログを 30 日以上保持する',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Attacks are often found weeks later; what is deleted before cannot be looked up.',
    ja: '攻撃は数週間後に見つかることが多く、その前に消えたログは調べられません。',
  },
  fix: {
    summary: {
      en: 'Start the program with --audit-log-maxage=30 or more.',
      ja: '--audit-log-maxage=30 or more を付けて起動してください。',
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
        - --audit-log-maxage=30`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_92', 'KCV0020', 'AVD-KCV-0020', 'kubescape:C-0131'],
  evaluate(server) {
    const { flags } = server;
    if ((numberOf(flags, 'audit-log-maxage') ?? 0) >= 30) return pass();
    return fail({ en: `${server.name} keeps less than 30 days of its audit log`, ja: `${server.name} の監査ログの保持が 30 日未満です` });
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
    fails('--audit-log-maxage=15', {
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
        - --audit-log-maxage=15`,
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
        - --audit-log-maxage=30`,
    }),
  ],
});
