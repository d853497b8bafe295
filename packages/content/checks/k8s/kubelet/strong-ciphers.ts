/** Weak ciphers let recorded traffic of consoles and logs be read later. */
import { STRONG_CIPHERS, all, any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The kubelet offers strong ciphers only',
    ja: 'kubelet は強い暗号スイートだけを提供する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.kubelet',
  why: {
    en: 'Weak ciphers let recorded traffic of consoles and logs be read later.',
    ja: '弱い暗号では、記録されたコンソールやログの通信が後から読まれます。',
  },
  fix: {
    summary: {
      en: 'List strong suites in tlsCipherSuites.',
      ja: 'tlsCipherSuites に強い暗号スイートを列挙してください。',
    },
    kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCipherSuites: [TLS_AES_128_GCM_SHA256]`,
  },
  references: ['https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'],
  equivalents: ['CKV_K8S_151', 'kubescape:C-0184', 'KCV0092', 'AVD-KCV-0092'],
  evaluate(kubelet) {
    if (any(kubelet.cipherSuites, () => true) && all(kubelet.cipherSuites, (suite) => STRONG_CIPHERS.includes(suite))) return pass();
    return fail({
      en: `${kubelet.name} offers ciphers that are weak or not named`,
      ja: `${kubelet.name} の暗号スイートが弱いか、指定されていません`,
    });
  },
  examples: [
    fails('none named', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration`,
    }),
    fails('a weak one', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCipherSuites: [TLS_RSA_WITH_RC4_128_SHA]`,
    }),
    passes('strong ones', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCipherSuites: [TLS_AES_128_GCM_SHA256]`,
    }),
  ],
});
