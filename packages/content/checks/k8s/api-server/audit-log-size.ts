/** Small files fill within minutes and are then deleted first. */
import { defineCheck, fail, fails, numberOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server keeps 100 megabytes of audit log',
    ja: 'API サーバーは監査ログを 100 MB以上保持する',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Small files fill within minutes and are then deleted first.',
    ja: '小さいファイルは数分で埋まり、先に削除されます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --audit-log-maxsize=100 or more.',
      ja: '--audit-log-maxsize=100 or more を付けて起動してください。',
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
        - --audit-log-maxsize=100`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_94', 'KCV0022', 'AVD-KCV-0022', 'kubescape:C-0133'],
  evaluate(server) {
    const { flags } = server;
    if ((numberOf(flags, 'audit-log-maxsize') ?? 0) >= 100) return pass();
    return fail({
      en: `${server.name} keeps less than 100 megabytes of its audit log`,
      ja: `${server.name} の監査ログの保持が 100 MB未満です`,
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
    fails('--audit-log-maxsize=50', {
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
        - --audit-log-maxsize=50`,
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
        - --audit-log-maxsize=100`,
    }),
  ],
});
