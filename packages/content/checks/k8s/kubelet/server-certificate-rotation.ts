/** Without rotation the serving certificate is one that the kubelet signed itself, for a year. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The kubelet renews its serving certificate',
    ja: 'kubelet はサーバー証明書を更新する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.kubelet',
  why: {
    en: 'Without rotation the serving certificate is one that the kubelet signed itself, for a year.',
    ja: '更新しないと、サーバー証明書は 1 年間有効な自己署名のものになります。',
  },
  fix: {
    summary: {
      en: 'Set serverTLSBootstrap to true.',
      ja: 'serverTLSBootstrap を true にしてください。',
    },
    kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
serverTLSBootstrap: true`,
  },
  references: ['https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'],
  equivalents: ['kubescape:C-0183', 'KCV0090', 'AVD-KCV-0090'],
  evaluate(kubelet) {
    if (kubelet.rotatesServerCertificate) return pass();
    return fail({ en: `${kubelet.name} does not renew its serving certificate`, ja: `${kubelet.name} がサーバー証明書を更新しません` });
  },
  examples: [
    fails('the default', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration`,
    }),
    passes('renewed', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
serverTLSBootstrap: true`,
    }),
  ],
});
