/** etcd holds every Secret: it must know that it talks to the API server and nobody else. */
import { defineCheck, fail, fails, isGiven, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server authenticates to etcd',
    ja: 'API サーバーは etcd に対して認証を行う',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'etcd holds every Secret: it must know that it talks to the API server and nobody else.',
    ja: 'etcd にはすべての Secret があるため、相手が API サーバーだけであることを確認する必要があります。',
  },
  fix: {
    summary: {
      en: 'Start the program with --etcd-certfile and --etcd-keyfile.',
      ja: '--etcd-certfile and --etcd-keyfile を付けて起動してください。',
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
        - --etcd-certfile=/pki/etcd.crt
        - --etcd-keyfile=/pki/etcd.key`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_99', 'KCV0026', 'AVD-KCV-0026', 'kubescape:C-0137'],
  evaluate(server) {
    const { flags } = server;
    if (isGiven(flags, 'etcd-certfile') && isGiven(flags, 'etcd-keyfile')) return pass();
    return fail({
      en: `${server.name} has no client certificate for etcd`,
      ja: `${server.name} に etcd 用のクライアント証明書がありません`,
    });
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
    fails('--etcd-certfile=/pki/etcd.crt', {
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
        - --etcd-certfile=/pki/etcd.crt`,
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
        - --etcd-certfile=/pki/etcd.crt
        - --etcd-keyfile=/pki/etcd.key`,
    }),
  ],
});
