/** Without it pods get no service account, and images and tokens are no longer bound to one. */
import { defineCheck, fail, fails, pass, passes, valuesOf } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The admission plugin ServiceAccount is not switched off',
    ja: 'アドミッションプラグイン ServiceAccount を無効にしない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without it pods get no service account, and images and tokens are no longer bound to one.',
    ja: '無効にすると Pod にサービスアカウントが付かず、イメージやトークンが結び付けられなくなります。',
  },
  fix: {
    summary: {
      en: 'Remove ServiceAccount from --disable-admission-plugins.',
      ja: '--disable-admission-plugins から ServiceAccount を削除してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      image: registry.example.com/kube-apiserver:v1.33.1
      command:
        - kube-apiserver`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_82', 'KCV0014', 'AVD-KCV-0014', 'kubescape:C-0125'],
  evaluate(server) {
    const { flags } = server;
    if (!valuesOf(flags, 'disable-admission-plugins').includes('ServiceAccount')) return pass();
    return fail({
      en: `${server.name} switches the admission plugin ServiceAccount off`,
      ja: `${server.name} がアドミッションプラグイン ServiceAccount を無効にしています`,
    });
  },
  examples: [
    fails('--disable-admission-plugins=ServiceAccount', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      image: registry.example.com/kube-apiserver:v1.33.1
      command:
        - kube-apiserver
        - --disable-admission-plugins=ServiceAccount`,
    }),
    passes('not given', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      image: registry.example.com/kube-apiserver:v1.33.1
      command:
        - kube-apiserver`,
    }),
  ],
});
