/** Without one it signs a certificate by itself, which clients can only believe unseen. */
import { defineCheck, fail, fails, isGiven, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server has a certificate of its own',
    ja: 'API サーバーに専用の証明書がある',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without one it signs a certificate by itself, which clients can only believe unseen.',
    ja: '証明書がないと自己署名になり、クライアントは検証せずに信じるしかありません。',
  },
  fix: {
    summary: {
      en: 'Start the program with --tls-cert-file and --tls-private-key-file.',
      ja: '--tls-cert-file and --tls-private-key-file を付けて起動してください。',
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
        - --tls-cert-file=/pki/server.crt
        - --tls-private-key-file=/pki/server.key`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_100', 'KCV0027', 'AVD-KCV-0027', 'kubescape:C-0138'],
  evaluate(server) {
    const { flags } = server;
    if (isGiven(flags, 'tls-cert-file') && isGiven(flags, 'tls-private-key-file')) return pass();
    return fail({ en: `${server.name} has no certificate and key for TLS`, ja: `${server.name} に TLS の証明書と鍵がありません` });
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
    fails('--tls-cert-file=/pki/server.crt', {
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
        - --tls-cert-file=/pki/server.crt`,
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
        - --tls-cert-file=/pki/server.crt
        - --tls-private-key-file=/pki/server.key`,
    }),
  ],
});
