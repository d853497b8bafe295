/** Without PodSecurity, PodSecurityPolicy or SecurityContextDeny nothing keeps a pod from asking for the rights of its node. */
import { defineCheck, fail, fails, pass, passes, valuesOf } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods are limited by an admission plugin',
    ja: 'アドミッションプラグインで Pod を制限する',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without PodSecurity, PodSecurityPolicy or SecurityContextDeny nothing keeps a pod from asking for the rights of its node.',
    ja: 'PodSecurity、PodSecurityPolicy、SecurityContextDeny のいずれもないと、Pod がノードの権限を要求することを防げません。',
  },
  fix: {
    summary: {
      en: 'Do not switch PodSecurity off; before v1.23 run PodSecurityPolicy or SecurityContextDeny.',
      ja: 'PodSecurity を無効にせず、v1.23 より前では PodSecurityPolicy か SecurityContextDeny を使ってください。',
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
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    const { flags } = server;
    if (
      !valuesOf(flags, 'disable-admission-plugins').includes('PodSecurity') ||
      valuesOf(flags, 'enable-admission-plugins').includes('PodSecurityPolicy') ||
      valuesOf(flags, 'enable-admission-plugins').includes('SecurityContextDeny')
    )
      return pass();
    return fail({
      en: `${server.name} switches the admission plugin PodSecurity off`,
      ja: `${server.name} がアドミッションプラグイン PodSecurity を無効にしています`,
    });
  },
  examples: [
    fails('--disable-admission-plugins=PodSecurity', {
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
        - --disable-admission-plugins=PodSecurity`,
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
