/** Tokens of a file stand in plain text, hold for ever and cannot be revoked without a restart. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server reads no file of tokens',
    ja: 'API サーバーはトークンファイルを使わない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Tokens of a file stand in plain text, hold for ever and cannot be revoked without a restart.',
    ja: 'ファイルのトークンは平文で無期限に有効であり、再起動なしには失効できません。',
  },
  fix: {
    summary: {
      en: 'Remove --token-auth-file from the command.',
      ja: 'コマンドから --token-auth-file を削除してください。',
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
        - kube-apiserver`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_70', 'KCV0002', 'AVD-KCV-0002', 'kubescape:C-0114'],
  evaluate(server) {
    const { flags } = server;
    if (!flags.has('token-auth-file')) return pass();
    return fail({ en: `${server.name} reads tokens from a file`, ja: `${server.name} がファイルのトークンで認証しています` });
  },
  examples: [
    fails('--token-auth-file=/etc/kubernetes/tokens.csv', {
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
        - --token-auth-file=/etc/kubernetes/tokens.csv`,
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
