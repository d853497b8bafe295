/** Without a limit one client that sends events fills the API server and etcd. */
import { defineCheck, fail, fails, pass, passes, valuesOf } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server runs the admission plugin EventRateLimit',
    ja: 'API サーバーはアドミッションプラグイン EventRateLimit を使う',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without a limit one client that sends events fills the API server and etcd.',
    ja: '上限がないと、一つのクライアントのイベントで API サーバーと etcd が埋まります。',
  },
  fix: {
    summary: {
      en: 'Start the program with --enable-admission-plugins=…,EventRateLimit.',
      ja: '--enable-admission-plugins=…,EventRateLimit を付けて起動してください。',
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
        - --enable-admission-plugins=ServiceAccount,EventRateLimit`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['KCV0010', 'AVD-KCV-0010', 'kubescape:C-0121'],
  evaluate(server) {
    const { flags } = server;
    if (valuesOf(flags, 'enable-admission-plugins').includes('EventRateLimit')) return pass();
    return fail({
      en: `${server.name} runs without the admission plugin EventRateLimit`,
      ja: `${server.name} でアドミッションプラグイン EventRateLimit が有効になっていません`,
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
        - --enable-admission-plugins=ServiceAccount,EventRateLimit`,
    }),
  ],
});
