/** Without an authority it cannot tell the API server from anybody else. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The kubelet verifies client certificates',
    ja: 'kubelet はクライアント証明書を検証する',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.kubelet',
  why: {
    en: 'Without an authority it cannot tell the API server from anybody else.',
    ja: '認証局がないと、API サーバーと他の誰かを区別できません。',
  },
  fix: {
    summary: {
      en: 'Set authentication.x509.clientCAFile.',
      ja: 'authentication.x509.clientCAFile を設定してください。',
    },
    kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  x509:
    clientCAFile: /pki/ca.crt`,
  },
  references: ['https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'],
  equivalents: ['CKV_K8S_140', 'KCV0081', 'AVD-KCV-0081', 'kubescape:C-0174', 'kubescape:C-0070'],
  evaluate(kubelet) {
    if ((kubelet.clientCaFile ?? '') !== '') return pass();
    return fail({
      en: `${kubelet.name} has no authority for client certificates`,
      ja: `${kubelet.name} にクライアント証明書の認証局がありません`,
    });
  },
  examples: [
    fails('none', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration`,
    }),
    fails('none as a flag', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
  namespace: kube-system
spec:
  containers:
    - name: kubelet
      image: registry.example.com/kubelet:v1.33.1
      command:
        - kubelet
        - --root-ca-file=/pki/ca.crt`,
    }),
    passes('one', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  x509:
    clientCAFile: /pki/ca.crt`,
    }),
  ],
});
