/** The kubelet runs commands in every container of its node for whoever it lets in. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The kubelet refuses anonymous requests',
    ja: 'kubelet は匿名の要求を拒否する',
  },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.kubelet',
  why: {
    en: 'The kubelet runs commands in every container of its node for whoever it lets in.',
    ja: 'kubelet は、受け入れた相手のためにノード上の全コンテナーでコマンドを実行します。',
  },
  fix: {
    summary: {
      en: 'Set authentication.anonymous.enabled to false.',
      ja: 'authentication.anonymous.enabled を false にしてください。',
    },
    kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false`,
  },
  references: ['https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'],
  equivalents: ['CKV_K8S_138', 'KCV0079', 'AVD-KCV-0079', 'kubescape:C-0172', 'kubescape:C-0069'],
  evaluate(kubelet) {
    if (!kubelet.allowsAnonymous) return pass();
    return fail({ en: `${kubelet.name} accepts anonymous requests`, ja: `${kubelet.name} が匿名の要求を受け付けています` });
  },
  examples: [
    fails('in the configuration', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true`,
    }),
    fails('the default of the flag', {
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
    passes('refused', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false`,
    }),
    passes('the default of the configuration', {
      kubernetes: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration`,
    }),
    isUnknown('the file may say anything', {
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
        - --config=/etc/kubelet.yaml`,
    }),
  ],
});
