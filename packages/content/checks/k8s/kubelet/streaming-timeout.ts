/** Connections that never end hold memory and ports, and consoles that somebody left open. */
import { defineCheck, fail, fails, isZeroDuration, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The kubelet ends idle connections',
    ja: 'kubelet は無通信の接続を切断する',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.kubelet',
  why: {
    en: 'Connections that never end hold memory and ports, and consoles that somebody left open.',
    ja: '終わらない接続はメモリーとポートを占有し、開いたままのコンソールを残します。',
  },
  fix: {
    summary: {
      en: 'Set streamingConnectionIdleTimeout to a duration above 0.',
      ja: 'streamingConnectionIdleTimeout を 0 より大きい期間にしてください。',
    },
    kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
streamingConnectionIdleTimeout: 30m`,
  },
  references: ['https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'],
  equivalents: ['CKV_K8S_143', 'kubescape:C-0176', 'KCV0083', 'AVD-KCV-0083'],
  evaluate(kubelet) {
    if (!isZeroDuration(kubelet.streamingIdleTimeout)) return pass();
    return fail({ en: `${kubelet.name} never ends idle connections`, ja: `${kubelet.name} が無通信の接続を切断しません` });
  },
  examples: [
    fails('never', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
streamingConnectionIdleTimeout: 0s`,
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
        - --streaming-connection-idle-timeout=0`,
    }),
    passes('after a while', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
streamingConnectionIdleTimeout: 30m`,
    }),
    passes('the default', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration`,
    }),
  ],
});
