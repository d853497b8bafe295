/** Everything the cluster knows goes between etcd and the API server, Secrets included. */
import { defineCheck, fail, fails, isGiven, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'etcd serves its clients over TLS',
    ja: 'etcd はクライアントに TLS で応答する',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.etcd',
  why: {
    en: 'Everything the cluster knows goes between etcd and the API server, Secrets included.',
    ja: 'etcd と API サーバーの間には、Secret を含むクラスターのすべてが流れます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --cert-file and --key-file.',
      ja: '--cert-file and --key-file を付けて起動してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
spec:
  containers:
    - name: etcd
      image: registry.example.com/etcd:v1.33.1
      command:
        - etcd
        - --cert-file=/pki/server.crt
        - --key-file=/pki/server.key`,
  },
  references: ['https://etcd.io/docs/v3.5/op-guide/configuration/'],
  equivalents: ['CKV_K8S_116', 'KCV0042', 'AVD-KCV-0042', 'kubescape:C-0153'],
  evaluate(etcd) {
    const { flags } = etcd;
    if (isGiven(flags, 'cert-file') && isGiven(flags, 'key-file')) return pass();
    return fail({
      en: `${etcd.name} has no certificate and key for its clients`,
      ja: `${etcd.name} にクライアント用の証明書と鍵がありません`,
    });
  },
  examples: [
    fails('not given', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
spec:
  containers:
    - name: etcd
      image: registry.example.com/etcd:v1.33.1
      command:
        - etcd`,
    }),
    fails('--cert-file=/pki/server.crt', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
spec:
  containers:
    - name: etcd
      image: registry.example.com/etcd:v1.33.1
      command:
        - etcd
        - --cert-file=/pki/server.crt`,
    }),
    passes('as it should be', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
spec:
  containers:
    - name: etcd
      image: registry.example.com/etcd:v1.33.1
      command:
        - etcd
        - --cert-file=/pki/server.crt
        - --key-file=/pki/server.key`,
    }),
  ],
});
