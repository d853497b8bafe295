/** Without an encryption configuration every Secret stands in plain text in etcd and in its backups. */
import { defineCheck, fail, fails, isGiven, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Secrets are encrypted in etcd',
    ja: 'Secret を etcd 内で暗号化する',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without an encryption configuration every Secret stands in plain text in etcd and in its backups.',
    ja: '暗号化設定がないと、すべての Secret が etcd とバックアップに平文で残ります。',
  },
  fix: {
    summary: {
      en: 'Start the program with --encryption-provider-config=FILE.',
      ja: '--encryption-provider-config=FILE を付けて起動してください。',
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
        - --encryption-provider-config=/etc/kubernetes/encryption.yaml`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_104', 'KCV0030', 'AVD-KCV-0030', 'kubescape:C-0141', 'kubescape:C-0066'],
  evaluate(server) {
    const { flags } = server;
    if (isGiven(flags, 'encryption-provider-config')) return pass();
    return fail({ en: `${server.name} stores Secrets unencrypted`, ja: `${server.name} が Secret を暗号化せずに保存しています` });
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
        - --encryption-provider-config=/etc/kubernetes/encryption.yaml`,
    }),
  ],
});
