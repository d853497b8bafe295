/** It keeps a kubelet that was broken into from changing other nodes and pods, or labels that steer workloads. */
import { defineCheck, fail, fails, pass, passes, valuesOf } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server runs the admission plugin NodeRestriction',
    ja: 'API サーバーはアドミッションプラグイン NodeRestriction を使う',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'It keeps a kubelet that was broken into from changing other nodes and pods, or labels that steer workloads.',
    ja: '侵害された kubelet が、他のノードや Pod、配置に使うラベルを変更することを防ぎます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --enable-admission-plugins=…,NodeRestriction.',
      ja: '--enable-admission-plugins=…,NodeRestriction を付けて起動してください。',
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
        - --enable-admission-plugins=ServiceAccount,NodeRestriction`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_85', 'KCV0016', 'AVD-KCV-0016', 'kubescape:C-0127'],
  evaluate(server) {
    const { flags } = server;
    if (valuesOf(flags, 'enable-admission-plugins').includes('NodeRestriction')) return pass();
    return fail({
      en: `${server.name} runs without the admission plugin NodeRestriction`,
      ja: `${server.name} でアドミッションプラグイン NodeRestriction が有効になっていません`,
    });
  },
  examples: [
    fails('--enable-admission-plugins=ServiceAccount', {
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
        - --enable-admission-plugins=ServiceAccount`,
    }),
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
        - --enable-admission-plugins=ServiceAccount,NodeRestriction`,
    }),
  ],
});
