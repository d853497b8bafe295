/** Pods that ended fill etcd until it is slow, then full; the default keeps 12500 of them. */
import { defineCheck, fail, fails, numberOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Ended pods are removed in time',
    ja: '終了した Pod を適切に削除する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.controller-manager',
  why: {
    en: 'Pods that ended fill etcd until it is slow, then full; the default keeps 12500 of them.',
    ja: '終了した Pod は etcd を遅くし、やがて満杯にします。既定では 12500 個まで残ります。',
  },
  fix: {
    summary: {
      en: 'Start the program with --terminated-pod-gc-threshold=NUMBER.',
      ja: '--terminated-pod-gc-threshold=NUMBER を付けて起動してください。',
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
        - --terminated-pod-gc-threshold=1000`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/'],
  equivalents: ['CKV_K8S_106', 'KCV0033', 'AVD-KCV-0033', 'kubescape:C-0144'],
  evaluate(manager) {
    const { flags } = manager;
    if ((numberOf(flags, 'terminated-pod-gc-threshold') ?? 0) > 0) return pass();
    return fail({ en: `${manager.name} has no threshold for ended pods`, ja: `${manager.name} に終了した Pod のしきい値がありません` });
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
        - --terminated-pod-gc-threshold=1000`,
    }),
  ],
});
