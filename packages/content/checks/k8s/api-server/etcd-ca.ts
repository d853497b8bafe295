/** Without an authority anybody who answers in the place of etcd gets and sends all objects of the cluster. */
import { defineCheck, fail, fails, isGiven, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server verifies the certificate of etcd',
    ja: 'API サーバーは etcd の証明書を検証する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without an authority anybody who answers in the place of etcd gets and sends all objects of the cluster.',
    ja: '認証局がないと、etcd になりすました者がクラスターの全オブジェクトを読み書きできます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --etcd-cafile=FILE.',
      ja: '--etcd-cafile=FILE を付けて起動してください。',
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
        - --etcd-cafile=/pki/etcd-ca.crt`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_102', 'KCV0029', 'AVD-KCV-0029', 'kubescape:C-0140'],
  evaluate(server) {
    const { flags } = server;
    if (isGiven(flags, 'etcd-cafile')) return pass();
    return fail({ en: `${server.name} does not verify the certificate of etcd`, ja: `${server.name} が etcd の証明書を検証していません` });
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
        - --etcd-cafile=/pki/etcd-ca.crt`,
    }),
  ],
});
