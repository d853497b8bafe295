/** A certificate that it signed itself cannot be verified by the API server. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The kubelet has a certificate of its own',
    ja: 'kubelet に専用の証明書がある',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.kubelet',
  why: {
    en: 'A certificate that it signed itself cannot be verified by the API server.',
    ja: '自己署名の証明書は、API サーバーが検証できません。',
  },
  fix: {
    summary: {
      en: 'Set tlsCertFile and tlsPrivateKeyFile, or let it ask for one (serverTLSBootstrap).',
      ja: 'tlsCertFile と tlsPrivateKeyFile を設定するか、serverTLSBootstrap で取得させてください。',
    },
    kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCertFile: /pki/kubelet.crt
tlsPrivateKeyFile: /pki/kubelet.key`,
  },
  references: ['https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'],
  equivalents: ['CKV_K8S_148', 'KCV0088', 'AVD-KCV-0088', 'kubescape:C-0181'],
  evaluate(kubelet) {
    if (kubelet.rotatesServerCertificate || ((kubelet.tlsCertFile ?? '') !== '' && (kubelet.tlsKeyFile ?? '') !== '')) return pass();
    return fail({ en: `${kubelet.name} has no certificate and key for TLS`, ja: `${kubelet.name} に TLS の証明書と鍵がありません` });
  },
  examples: [
    fails('none', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration`,
    }),
    passes('files', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCertFile: /pki/kubelet.crt
tlsPrivateKeyFile: /pki/kubelet.key`,
    }),
    passes('asked for', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
serverTLSBootstrap: true`,
    }),
  ],
});
