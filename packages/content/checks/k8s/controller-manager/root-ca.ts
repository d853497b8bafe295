/** Without it pods cannot verify whom they talk to, and turn verification off. */
import { defineCheck, fail, fails, isGiven, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods get the authority of the API server',
    ja: 'Pod に API サーバーの認証局を渡す',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.controller-manager',
  why: {
    en: 'Without it pods cannot verify whom they talk to, and turn verification off.',
    ja: '渡さないと Pod が通信相手を検証できず、検証を無効にしてしまいます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --root-ca-file=FILE.',
      ja: '--root-ca-file=FILE を付けて起動してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
  namespace: kube-system
spec:
  containers:
    - name: kube-controller-manager
      image: registry.example.com/kube-controller-manager:v1.33.1
      command:
        - kube-controller-manager
        - --root-ca-file=/pki/ca.crt`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/'],
  equivalents: ['CKV_K8S_111', 'KCV0037', 'AVD-KCV-0037', 'kubescape:C-0148'],
  evaluate(manager) {
    const { flags } = manager;
    if (isGiven(flags, 'root-ca-file')) return pass();
    return fail({ en: `${manager.name} gives pods no root certificate`, ja: `${manager.name} が Pod にルート証明書を渡していません` });
  },
  examples: [
    fails('not given', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
  namespace: kube-system
spec:
  containers:
    - name: kube-controller-manager
      image: registry.example.com/kube-controller-manager:v1.33.1
      command:
        - kube-controller-manager`,
    }),
    passes('as it should be', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
  namespace: kube-system
spec:
  containers:
    - name: kube-controller-manager
      image: registry.example.com/kube-controller-manager:v1.33.1
      command:
        - kube-controller-manager
        - --root-ca-file=/pki/ca.crt`,
    }),
  ],
});
