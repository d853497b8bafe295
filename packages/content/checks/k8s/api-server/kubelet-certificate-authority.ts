/** Without an authority it believes any certificate, and whoever stands in between reads what goes to the nodes. */
import { defineCheck, fail, fails, isGiven, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server verifies the certificates of kubelets',
    ja: 'API サーバーは kubelet の証明書を検証する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without an authority it believes any certificate, and whoever stands in between reads what goes to the nodes.',
    ja: '認証局を指定しないとどの証明書も信じてしまい、途中にいる者がノードとの通信を読めます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --kubelet-certificate-authority=FILE.',
      ja: '--kubelet-certificate-authority=FILE を付けて起動してください。',
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
        - --kubelet-certificate-authority=/pki/ca.crt`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_73', 'KCV0006', 'AVD-KCV-0006', 'kubescape:C-0117'],
  evaluate(server) {
    const { flags } = server;
    if (isGiven(flags, 'kubelet-certificate-authority')) return pass();
    return fail({
      en: `${server.name} does not verify the certificates of kubelets`,
      ja: `${server.name} が kubelet の証明書を検証していません`,
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
        - --kubelet-certificate-authority=/pki/ca.crt`,
    }),
  ],
});
