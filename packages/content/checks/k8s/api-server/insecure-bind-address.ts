/** The insecure port asks nobody for a password: at an address of its own it is open to the network. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server has no insecure address',
    ja: 'API サーバーに安全でないアドレスを設定しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'The insecure port asks nobody for a password: at an address of its own it is open to the network.',
    ja: '安全でないポートは認証を行わないため、アドレスを与えるとネットワークに開かれます。',
  },
  fix: {
    summary: {
      en: 'Remove --insecure-bind-address from the command.',
      ja: 'コマンドから --insecure-bind-address を削除してください。',
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
  equivalents: ['CKV_K8S_86'],
  evaluate(server) {
    const { flags } = server;
    if (!flags.has('insecure-bind-address')) return pass();
    return fail({
      en: `${server.name} binds the insecure port to an address`,
      ja: `${server.name} が安全でないポートにアドレスを割り当てています`,
    });
  },
  examples: [
    fails('--insecure-bind-address=0.0.0.0', {
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
        - --insecure-bind-address=0.0.0.0`,
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
