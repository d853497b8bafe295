/** It tells the names, images and variables of all pods of the node without a password. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The read-only port of the kubelet is closed',
    ja: 'kubelet の読み取り専用ポートを閉じる',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.kubelet',
  why: {
    en: 'It tells the names, images and variables of all pods of the node without a password.',
    ja: 'このポートは、ノード上の全 Pod の名前・イメージ・環境変数を認証なしに示します。',
  },
  fix: {
    summary: {
      en: 'Set readOnlyPort to 0.',
      ja: 'readOnlyPort を 0 にしてください。',
    },
    kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0`,
  },
  references: ['https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'],
  equivalents: ['CKV_K8S_141', 'KCV0082', 'AVD-KCV-0082', 'kubescape:C-0175'],
  evaluate(kubelet) {
    if (kubelet.readOnlyPort === 0) return pass();
    return fail({ en: `${kubelet.name} opens its read-only port`, ja: `${kubelet.name} が読み取り専用ポートを開いています` });
  },
  examples: [
    fails('open', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 10255`,
    }),
    passes('closed', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0`,
    }),
  ],
});
