/** Metrics and health of the scheduler are read on its own machine; by default every address of it answers. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The scheduler listens on the loopback address',
    ja: 'スケジューラーはループバックアドレスで待ち受ける',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.scheduler',
  why: {
    en: 'Metrics and health of the scheduler are read on its own machine; by default every address of it answers.',
    ja: 'スケジューラーのメトリクスとヘルスは自身のマシンで読むものですが、既定ではすべてのアドレスで応答します。',
  },
  fix: {
    summary: {
      en: 'Start the program with --bind-address=127.0.0.1.',
      ja: '--bind-address=127.0.0.1 を付けて起動してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-scheduler
  namespace: kube-system
spec:
  containers:
    - name: kube-scheduler
      image: registry.example.com/kube-scheduler:v1.33.1
      command:
        - kube-scheduler
        - --bind-address=127.0.0.1`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/'],
  equivalents: ['CKV_K8S_115', 'KCV0041', 'AVD-KCV-0041', 'kubescape:C-0152'],
  evaluate(scheduler) {
    const { flags } = scheduler;
    if (['127.0.0.1', '::1'].includes(flags.get('bind-address') ?? '0.0.0.0')) return pass();
    return fail({
      en: `${scheduler.name} listens beyond the loopback address`,
      ja: `${scheduler.name} がループバック以外のアドレスで待ち受けています`,
    });
  },
  examples: [
    fails('not given', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-scheduler
  namespace: kube-system
spec:
  containers:
    - name: kube-scheduler
      image: registry.example.com/kube-scheduler:v1.33.1
      command:
        - kube-scheduler`,
    }),
    fails('--bind-address=0.0.0.0', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-scheduler
  namespace: kube-system
spec:
  containers:
    - name: kube-scheduler
      image: registry.example.com/kube-scheduler:v1.33.1
      command:
        - kube-scheduler
        - --bind-address=0.0.0.0`,
    }),
    passes('as it should be', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-scheduler
  namespace: kube-system
spec:
  containers:
    - name: kube-scheduler
      image: registry.example.com/kube-scheduler:v1.33.1
      command:
        - kube-scheduler
        - --bind-address=127.0.0.1`,
    }),
  ],
});
