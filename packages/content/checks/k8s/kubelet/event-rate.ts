/** Without a limit a node that goes wild fills the API server with events. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The kubelet limits its events',
    ja: 'kubelet はイベント数を制限する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.kubelet',
  why: {
    en: 'Without a limit a node that goes wild fills the API server with events.',
    ja: '上限がないと、異常なノードのイベントで API サーバーが埋まります。',
  },
  fix: {
    summary: {
      en: 'Set eventRecordQPS to a number above 0.',
      ja: 'eventRecordQPS を 0 より大きくしてください。',
    },
    kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
eventRecordQPS: 5`,
  },
  references: ['https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'],
  equivalents: ['CKV_K8S_147', 'KCV0087', 'AVD-KCV-0087', 'kubescape:C-0180'],
  noFramework: 'no control mapping yet',
  evaluate(kubelet) {
    if (kubelet.eventsPerSecond > 0) return pass();
    return fail({ en: `${kubelet.name} sends events without a limit`, ja: `${kubelet.name} がイベントを無制限に送信します` });
  },
  examples: [
    fails('no limit', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
eventRecordQPS: 0`,
    }),
    passes('a limit', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
eventRecordQPS: 5`,
    }),
  ],
});
