/** Profiles tell about the program and cost its time; nobody needs them in production. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Profiling of the controller manager is off',
    ja: 'コントローラーマネージャーのプロファイリングを無効にする',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.controller-manager',
  why: {
    en: 'Profiles tell about the program and cost its time; nobody needs them in production.',
    ja: 'プロファイルはプログラムの情報を漏らし、処理時間を奪います。本番では不要です。',
  },
  fix: {
    summary: {
      en: 'Start the program with --profiling=false.',
      ja: '--profiling=false を付けて起動してください。',
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
        - --profiling=false`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/'],
  equivalents: ['CKV_K8S_107', 'KCV0034', 'AVD-KCV-0034', 'kubescape:C-0145'],
  evaluate(manager) {
    const { flags } = manager;
    if (flags.get('profiling') === 'false') return pass();
    return fail({ en: `${manager.name} lets clients profile it`, ja: `${manager.name} のプロファイリングが有効です` });
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
        - --profiling=false`,
    }),
  ],
});
