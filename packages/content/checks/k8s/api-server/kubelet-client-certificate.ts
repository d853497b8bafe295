/** Without one its requests to kubelets are anonymous, so kubelets must accept anonymous ones. */
import { defineCheck, fail, fails, isGiven, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server has a client certificate for kubelets',
    ja: 'API サーバーは kubelet 用のクライアント証明書を持つ',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without one its requests to kubelets are anonymous, so kubelets must accept anonymous ones.',
    ja: '証明書がないと kubelet への要求が匿名になり、kubelet 側で匿名を許可せざるを得ません。',
  },
  fix: {
    summary: {
      en: 'Start the program with --kubelet-client-certificate and --kubelet-client-key.',
      ja: '--kubelet-client-certificate and --kubelet-client-key を付けて起動してください。',
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
        - --kubelet-client-certificate=/pki/client.crt
        - --kubelet-client-key=/pki/client.key`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_72', 'KCV0005', 'AVD-KCV-0005', 'kubescape:C-0116'],
  evaluate(server) {
    const { flags } = server;
    if (isGiven(flags, 'kubelet-client-certificate') && isGiven(flags, 'kubelet-client-key')) return pass();
    return fail({
      en: `${server.name} has no client certificate for kubelets`,
      ja: `${server.name} に kubelet 用のクライアント証明書がありません`,
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
    fails('--kubelet-client-certificate=/pki/client.crt', {
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
        - --kubelet-client-certificate=/pki/client.crt`,
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
        - --kubelet-client-certificate=/pki/client.crt
        - --kubelet-client-key=/pki/client.key`,
    }),
  ],
});
