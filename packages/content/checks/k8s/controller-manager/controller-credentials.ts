/** Otherwise all controllers share one account with the rights of all of them. */
import { defineCheck, fail, fails, isOn, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Each controller has credentials of its own',
    ja: 'コントローラーごとに認証情報を分ける',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.controller-manager',
  why: {
    en: 'Otherwise all controllers share one account with the rights of all of them.',
    ja: '分けないと、すべてのコントローラーが全員分の権限を持つ一つのアカウントを共有します。',
  },
  fix: {
    summary: {
      en: 'Start the program with --use-service-account-credentials=true.',
      ja: '--use-service-account-credentials=true を付けて起動してください。',
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
        - --use-service-account-credentials=true`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/'],
  equivalents: ['CKV_K8S_108', 'KCV0035', 'AVD-KCV-0035', 'kubescape:C-0146'],
  evaluate(manager) {
    const { flags } = manager;
    if (isOn(flags, 'use-service-account-credentials')) return pass();
    return fail({
      en: `${manager.name} runs all controllers with one account`,
      ja: `${manager.name} がすべてのコントローラーを一つのアカウントで動かしています`,
    });
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
        - --use-service-account-credentials=true`,
    }),
  ],
});
