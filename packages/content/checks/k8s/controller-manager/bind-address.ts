/** Its health and metrics endpoints tell about the cluster and are meant for its own machine. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The controller manager listens on the loopback address',
    ja: 'コントローラーマネージャーはループバックアドレスで待ち受ける',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.controller-manager',
  why: {
    en: 'Its health and metrics endpoints tell about the cluster and are meant for its own machine.',
    ja: 'ヘルスとメトリクスはクラスターの情報を示すもので、自身のマシン向けです。',
  },
  fix: {
    summary: {
      en: 'Start the program with --bind-address=127.0.0.1.',
      ja: '--bind-address=127.0.0.1 を付けて起動してください。',
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
        - --bind-address=127.0.0.1`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/'],
  equivalents: ['CKV_K8S_113', 'KCV0039', 'AVD-KCV-0039', 'kubescape:C-0150'],
  evaluate(manager) {
    const { flags } = manager;
    if (['127.0.0.1', '::1'].includes(flags.get('bind-address') ?? '0.0.0.0')) return pass();
    return fail({
      en: `${manager.name} listens beyond the loopback address`,
      ja: `${manager.name} がループバック以外のアドレスで待ち受けています`,
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
    fails('--bind-address=0.0.0.0', {
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
        - --bind-address=0.0.0.0`,
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
        - --bind-address=127.0.0.1`,
    }),
  ],
});
