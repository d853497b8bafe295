/** Profiles show how the scheduler works on what, and slow it down. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Profiling of the scheduler is off',
    ja: 'スケジューラーのプロファイリングを無効にする',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.scheduler',
  why: {
    en: 'Profiles show how the scheduler works on what, and slow it down.',
    ja: 'プロファイルはスケジューラーの処理内容を示し、速度も落とします。',
  },
  fix: {
    summary: {
      en: 'Start the program with --profiling=false.',
      ja: '--profiling=false を付けて起動してください。',
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
        - --profiling=false`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/'],
  equivalents: ['CKV_K8S_114', 'KCV0040', 'AVD-KCV-0040', 'kubescape:C-0151'],
  evaluate(scheduler) {
    const { flags } = scheduler;
    if (flags.get('profiling') === 'false') return pass();
    return fail({ en: `${scheduler.name} lets clients profile it`, ja: `${scheduler.name} のプロファイリングが有効です` });
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
        - --profiling=false`,
    }),
  ],
});
