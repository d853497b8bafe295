/** With externalIPs anybody who may make a service takes over traffic to an address of his choice (CVE-2020-8554). */
import { defineCheck, fail, fails, pass, passes, valuesOf } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server refuses external IPs of services',
    ja: 'API サーバーは Service の externalIPs を拒否する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'With externalIPs anybody who may make a service takes over traffic to an address of his choice (CVE-2020-8554).',
    ja: 'externalIPs を使うと、Service を作れる者が任意のアドレス宛の通信を奪えます (CVE-2020-8554)。',
  },
  fix: {
    summary: {
      en: 'Start the program with --enable-admission-plugins=…,DenyServiceExternalIPs.',
      ja: '--enable-admission-plugins=…,DenyServiceExternalIPs を付けて起動してください。',
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
        - kube-apiserver
        - --enable-admission-plugins=NodeRestriction,DenyServiceExternalIPs`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: [],
  evaluate(server) {
    const { flags } = server;
    if (valuesOf(flags, 'enable-admission-plugins').includes('DenyServiceExternalIPs')) return pass();
    return fail({
      en: `${server.name} runs without the admission plugin DenyServiceExternalIPs`,
      ja: `${server.name} でアドミッションプラグイン DenyServiceExternalIPs が有効になっていません`,
    });
  },
  examples: [
    fails('--enable-admission-plugins=NodeRestriction', {
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
        - --enable-admission-plugins=NodeRestriction`,
    }),
    passes('as it should be', {
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
        - --enable-admission-plugins=NodeRestriction,DenyServiceExternalIPs`,
    }),
  ],
});
