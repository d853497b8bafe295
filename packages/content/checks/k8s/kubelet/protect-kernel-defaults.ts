/** Otherwise it overwrites what was hardened on the node without anybody noticing. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The kubelet does not change kernel settings',
    ja: 'kubelet はカーネル設定を変更しない',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.kubelet',
  why: {
    en: 'Otherwise it overwrites what was hardened on the node without anybody noticing.',
    ja: '指定しないと、ノードで強化した設定が気付かれないまま上書きされます。',
  },
  fix: {
    summary: {
      en: 'Set protectKernelDefaults to true.',
      ja: 'protectKernelDefaults を true にしてください。',
    },
    kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
protectKernelDefaults: true`,
  },
  references: ['https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'],
  equivalents: ['CKV_K8S_144', 'KCV0084', 'AVD-KCV-0084', 'kubescape:C-0177'],
  evaluate(kubelet) {
    if (kubelet.protectsKernelDefaults) return pass();
    return fail({
      en: `${kubelet.name} may change kernel settings of its node`,
      ja: `${kubelet.name} がノードのカーネル設定を変更できます`,
    });
  },
  examples: [
    fails('the default', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration`,
    }),
    passes('protected', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
protectKernelDefaults: true`,
    }),
  ],
});
