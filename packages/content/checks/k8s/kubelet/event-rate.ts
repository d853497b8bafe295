/** Events beyond the limit are dropped, and with them what an attack or a failing node would have left. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The kubelet keeps its events',
    ja: 'kubelet はイベントを捨てない',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.kubelet',
  why: {
    en: 'Events beyond the limit are dropped, and with them what an attack or a failing node would have left.',
    ja: '上限を超えたイベントは捨てられ、攻撃や障害の痕跡も失われます。',
  },
  fix: {
    summary: {
      en: 'Set eventRecordQPS to 5 or more, or to 0 for no limit.',
      ja: 'eventRecordQPS を 5 以上、または無制限の 0 にしてください。',
    },
    kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
eventRecordQPS: 0`,
  },
  references: ['https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'],
  equivalents: ['CKV_K8S_147', 'KCV0087', 'AVD-KCV-0087', 'kubescape:C-0180'],
  evaluate(kubelet) {
    if (kubelet.eventsPerSecond === 0 || kubelet.eventsPerSecond >= 5) return pass();
    return fail({
      en: `${kubelet.name} keeps fewer than 5 events a second`,
      ja: `${kubelet.name} が 1 秒あたり 5 件未満のイベントしか残しません`,
    });
  },
  examples: [
    fails('one a second', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
eventRecordQPS: 1`,
    }),
    passes('no limit', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
eventRecordQPS: 0`,
    }),
    passes('the default', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration`,
    }),
  ],
});
