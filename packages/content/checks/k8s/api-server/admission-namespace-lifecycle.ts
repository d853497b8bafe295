/** Without it objects are made in namespaces that do not exist or are being removed. */
import { defineCheck, fail, fails, pass, passes, valuesOf } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The admission plugin NamespaceLifecycle is not switched off',
    ja: 'アドミッションプラグイン NamespaceLifecycle を無効にしない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without it objects are made in namespaces that do not exist or are being removed.',
    ja: '無効にすると、存在しない名前空間や削除中の名前空間にオブジェクトを作れてしまいます。',
  },
  fix: {
    summary: {
      en: 'Remove NamespaceLifecycle from --disable-admission-plugins.',
      ja: '--disable-admission-plugins から NamespaceLifecycle を削除してください。',
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
  equivalents: ['CKV_K8S_83', 'KCV0015', 'AVD-KCV-0015', 'kubescape:C-0126'],
  evaluate(server) {
    const { flags } = server;
    if (!valuesOf(flags, 'disable-admission-plugins').includes('NamespaceLifecycle')) return pass();
    return fail({
      en: `${server.name} switches the admission plugin NamespaceLifecycle off`,
      ja: `${server.name} がアドミッションプラグイン NamespaceLifecycle を無効にしています`,
    });
  },
  examples: [
    fails('--disable-admission-plugins=NamespaceLifecycle', {
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
        - --disable-admission-plugins=NamespaceLifecycle`,
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
