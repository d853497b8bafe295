/** A certificate that is not renewed runs out and takes the node with it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The kubelet renews its client certificate',
    ja: 'kubelet はクライアント証明書を更新する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.kubelet',
  why: {
    en: 'A certificate that is not renewed runs out and takes the node with it.',
    ja: '更新されない証明書は失効し、ノードごと使えなくなります。',
  },
  fix: {
    summary: {
      en: 'Set rotateCertificates to true.',
      ja: 'rotateCertificates を true にしてください。',
    },
    kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
rotateCertificates: true`,
  },
  references: ['https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'],
  equivalents: ['CKV_K8S_149', 'KCV0089', 'AVD-KCV-0089', 'kubescape:C-0182'],
  evaluate(kubelet) {
    if (kubelet.rotatesCertificates) return pass();
    return fail({ en: `${kubelet.name} does not renew its client certificate`, ja: `${kubelet.name} がクライアント証明書を更新しません` });
  },
  examples: [
    fails('the default', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration`,
    }),
    fails('as a flag', {
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
        - --rotate-certificates=false`,
    }),
    passes('renewed', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
rotateCertificates: true`,
    }),
  ],
});
