/** The passwords of a basic-auth file stand in plain text, never expire and need a restart to be changed. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server reads no file of passwords',
    ja: 'API サーバーはパスワードファイルを使わない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'The passwords of a basic-auth file stand in plain text, never expire and need a restart to be changed.',
    ja: 'basic-auth ファイルのパスワードは平文で、期限がなく、変更に再起動が必要です。',
  },
  fix: {
    summary: {
      en: 'Remove --basic-auth-file from the command.',
      ja: 'コマンドから --basic-auth-file を削除してください。',
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
  equivalents: ['CKV_K8S_69'],
  evaluate(server) {
    const { flags } = server;
    if (!flags.has('basic-auth-file')) return pass();
    return fail({ en: `${server.name} reads passwords from a file`, ja: `${server.name} がファイルのパスワードで認証しています` });
  },
  examples: [
    fails('--basic-auth-file=/etc/kubernetes/users.csv', {
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
        - --basic-auth-file=/etc/kubernetes/users.csv`,
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
