/** Without them the rules that pods need may be missing, or made by hand and never updated. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The kubelet keeps its iptables chains',
    ja: 'kubelet は iptables チェーンを維持する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.kubelet',
  why: {
    en: 'Without them the rules that pods need may be missing, or made by hand and never updated.',
    ja: '無効にすると、Pod に必要なルールが欠けたり、手作業のまま更新されなくなったりします。',
  },
  fix: {
    summary: {
      en: 'Remove makeIPTablesUtilChains or set it to true.',
      ja: 'makeIPTablesUtilChains を削除するか true にしてください。',
    },
    kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration`,
  },
  references: ['https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'],
  equivalents: ['CKV_K8S_145', 'KCV0085', 'AVD-KCV-0085', 'kubescape:C-0178'],
  evaluate(kubelet) {
    if (kubelet.makesIptablesChains) return pass();
    return fail({ en: `${kubelet.name} does not keep its iptables chains`, ja: `${kubelet.name} が iptables チェーンを維持していません` });
  },
  examples: [
    fails('off', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
makeIPTablesUtilChains: false`,
    }),
    passes('the default', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration`,
    }),
  ],
});
