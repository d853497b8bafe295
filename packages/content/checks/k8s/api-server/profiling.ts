/** Profiles tell about the program and its data, and making them costs time that requests lack. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Profiling of the API server is off',
    ja: 'API サーバーのプロファイリングを無効にする',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Profiles tell about the program and its data, and making them costs time that requests lack.',
    ja: 'プロファイルはプログラムとデータの情報を漏らし、取得には要求処理の時間を奪います。',
  },
  fix: {
    summary: {
      en: 'Start the program with --profiling=false.',
      ja: '--profiling=false を付けて起動してください。',
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
        - kube-apiserver
        - --profiling=false`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_90', 'KCV0018', 'AVD-KCV-0018', 'kubescape:C-0129'],
  evaluate(server) {
    const { flags } = server;
    if (flags.get('profiling') === 'false') return pass();
    return fail({ en: `${server.name} lets clients profile it`, ja: `${server.name} のプロファイリングが有効です` });
  },
  examples: [
    fails('not given', {
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
    fails('--profiling=true', {
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
        - --profiling=true`,
    }),
    passes('as it should be', {
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
        - --profiling=false`,
    }),
    fails('kubeadm is told nothing', {
      kubernetes: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs: []`,
    }),
    passes('kubeadm is told', {
      kubernetes: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
    - name: profiling
      value: 'false'`,
    }),
    passes('kubeadm is told as before v1beta4', {
      kubernetes: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    profiling: 'false'`,
    }),
  ],
});
