/** Another name breaks the link to the certificate of the node and to the name in its logs. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The kubelet uses the name of its node',
    ja: 'kubelet はノードの名前を使う',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.kubelet',
  why: {
    en: 'Another name breaks the link to the certificate of the node and to the name in its logs.',
    ja: '別の名前を使うと、ノードの証明書やログの名前との対応が崩れます。',
  },
  fix: {
    summary: {
      en: 'Remove --hostname-override.',
      ja: '--hostname-override を削除してください。',
    },
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
        - kubelet`,
  },
  references: ['https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'],
  equivalents: ['CKV_K8S_146', 'KCV0086', 'AVD-KCV-0086', 'kubescape:C-0179'],
  evaluate(kubelet) {
    if (kubelet.hostnameOverride === undefined) return pass();
    return fail({ en: `${kubelet.name} overrides the name of its node`, ja: `${kubelet.name} がノード名を上書きしています` });
  },
  examples: [
    fails('another name', {
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
        - --hostname-override=worker-1`,
    }),
    passes('its own', {
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
        - kubelet`,
    }),
  ],
});
