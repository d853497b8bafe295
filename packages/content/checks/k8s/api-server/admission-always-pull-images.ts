/** Otherwise a pod runs private images that another pod left on the node, without the right to pull them. */
import { defineCheck, fail, fails, pass, passes, valuesOf } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server runs the admission plugin AlwaysPullImages',
    ja: 'API サーバーはアドミッションプラグイン AlwaysPullImages を使う',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Otherwise a pod runs private images that another pod left on the node, without the right to pull them.',
    ja: '指定しないと、他の Pod がノードに残したプライベートイメージを、取得権限のない Pod が使えます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --enable-admission-plugins=…,AlwaysPullImages.',
      ja: '--enable-admission-plugins=…,AlwaysPullImages を付けて起動してください。',
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
        - --enable-admission-plugins=ServiceAccount,AlwaysPullImages`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_80', 'KCV0012', 'AVD-KCV-0012', 'kubescape:C-0123'],
  evaluate(server) {
    const { flags } = server;
    if (valuesOf(flags, 'enable-admission-plugins').includes('AlwaysPullImages')) return pass();
    return fail({
      en: `${server.name} runs without the admission plugin AlwaysPullImages`,
      ja: `${server.name} でアドミッションプラグイン AlwaysPullImages が有効になっていません`,
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
        - --enable-admission-plugins=ServiceAccount,AlwaysPullImages`,
    }),
  ],
});
