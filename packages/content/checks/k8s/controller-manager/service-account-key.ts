/** With a key of their own tokens can be replaced without touching the certificates of the cluster. */
import { defineCheck, fail, fails, isGiven, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Service account tokens are signed with a key of their own',
    ja: 'サービスアカウントのトークンを専用の鍵で署名する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.controller-manager',
  why: {
    en: 'With a key of their own tokens can be replaced without touching the certificates of the cluster.',
    ja: '専用の鍵があれば、クラスターの証明書に触れずにトークンを入れ替えられます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --service-account-private-key-file=FILE.',
      ja: '--service-account-private-key-file=FILE を付けて起動してください。',
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
        - --service-account-private-key-file=/pki/sa.key`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/'],
  equivalents: ['CKV_K8S_110', 'KCV0036', 'AVD-KCV-0036', 'kubescape:C-0147'],
  evaluate(manager) {
    const { flags } = manager;
    if (isGiven(flags, 'service-account-private-key-file')) return pass();
    return fail({
      en: `${manager.name} has no key for service account tokens`,
      ja: `${manager.name} にサービスアカウントのトークン用の鍵がありません`,
    });
  },
  examples: [
    fails('not given', {
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
        - --service-account-private-key-file=/pki/sa.key`,
    }),
  ],
});
