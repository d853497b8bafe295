/** Certificates that nobody renews run out, or live on after they leaked. */
import { defineCheck, fail, fails, pass, passes, valuesOf } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Serving certificates of kubelets are rotated',
    ja: 'kubelet のサーバー証明書を自動更新する',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.controller-manager',
  why: {
    en: 'Certificates that nobody renews run out, or live on after they leaked.',
    ja: '更新されない証明書は、失効して停止するか、漏えい後も使われ続けます。',
  },
  fix: {
    summary: {
      en: 'Remove RotateKubeletServerCertificate=false in --feature-gates from the command.',
      ja: 'コマンドから RotateKubeletServerCertificate=false in --feature-gates を削除してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
  namespace: kube-system
spec:
  containers:
    - name: kube-controller-manager
      image: registry.example.com/kube-controller-manager:v1.33.1
      command:
        - kube-controller-manager
        - --feature-gates=RotateKubeletServerCertificate=true`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/'],
  equivalents: ['CKV_K8S_112', 'KCV0038', 'AVD-KCV-0038', 'kubescape:C-0149'],
  evaluate(manager) {
    const { flags } = manager;
    if (!valuesOf(flags, 'feature-gates').includes('RotateKubeletServerCertificate=false')) return pass();
    return fail({
      en: `${manager.name} switches RotateKubeletServerCertificate off`,
      ja: `${manager.name} が RotateKubeletServerCertificate を無効にしています`,
    });
  },
  examples: [
    fails('--feature-gates=RotateKubeletServerCertificate=false', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
  namespace: kube-system
spec:
  containers:
    - name: kube-controller-manager
      image: registry.example.com/kube-controller-manager:v1.33.1
      command:
        - kube-controller-manager
        - --feature-gates=RotateKubeletServerCertificate=false`,
    }),
    passes('as it should be', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
  namespace: kube-system
spec:
  containers:
    - name: kube-controller-manager
      image: registry.example.com/kube-controller-manager:v1.33.1
      command:
        - kube-controller-manager
        - --feature-gates=RotateKubeletServerCertificate=true`,
    }),
    passes('not given', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
  namespace: kube-system
spec:
  containers:
    - name: kube-controller-manager
      image: registry.example.com/kube-controller-manager:v1.33.1
      command:
        - kube-controller-manager`,
    }),
  ],
});
