/** With AlwaysAllow everybody who is authenticated may run commands in every container of the node. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The kubelet asks whether a request is allowed',
    ja: 'kubelet は要求の可否を確認する',
  },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.kubelet',
  why: {
    en: 'With AlwaysAllow everybody who is authenticated may run commands in every container of the node.',
    ja: 'AlwaysAllow では、認証済みの誰もがノード上の全コンテナーでコマンドを実行できます。',
  },
  fix: {
    summary: {
      en: 'Set authorization.mode to Webhook.',
      ja: 'authorization.mode を Webhook にしてください。',
    },
    kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authorization:
  mode: Webhook`,
  },
  references: ['https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'],
  equivalents: ['CKV_K8S_139', 'KCV0080', 'AVD-KCV-0080', 'kubescape:C-0173'],
  evaluate(kubelet) {
    if (kubelet.authorizationMode !== 'AlwaysAllow') return pass();
    return fail({
      en: `${kubelet.name} allows every request (AlwaysAllow)`,
      ja: `${kubelet.name} がすべての要求を許可しています (AlwaysAllow)`,
    });
  },
  examples: [
    fails('AlwaysAllow', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authorization:
  mode: AlwaysAllow`,
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
        - --authorization-mode=AlwaysAllow`,
    }),
    passes('Webhook', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authorization:
  mode: Webhook`,
    }),
  ],
});
