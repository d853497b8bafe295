/** Without it a stranger joins the cluster of etcd and gets a copy of everything. */
import { defineCheck, fail, fails, isOn, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Members of etcd ask each other for a certificate',
    ja: 'etcd のメンバー同士が証明書を要求する',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.etcd',
  why: {
    en: 'Without it a stranger joins the cluster of etcd and gets a copy of everything.',
    ja: '要求しないと、第三者が etcd クラスターに参加して全データの複製を得られます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --peer-client-cert-auth=true.',
      ja: '--peer-client-cert-auth=true を付けて起動してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
spec:
  containers:
    - name: etcd
      image: registry.example.com/etcd:v1.33.1
      command:
        - etcd
        - --peer-client-cert-auth=true`,
  },
  references: ['https://etcd.io/docs/v3.5/op-guide/configuration/'],
  equivalents: ['CKV_K8S_121', 'KCV0046', 'AVD-KCV-0046', 'kubescape:C-0157'],
  evaluate(etcd) {
    const { flags } = etcd;
    if (isOn(flags, 'peer-client-cert-auth')) return pass();
    return fail({ en: `${etcd.name} accepts peers without a certificate`, ja: `${etcd.name} が証明書のないピアを受け付けています` });
  },
  examples: [
    fails('not given', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
spec:
  containers:
    - name: etcd
      image: registry.example.com/etcd:v1.33.1
      command:
        - etcd`,
    }),
    fails('--peer-client-cert-auth=false', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
spec:
  containers:
    - name: etcd
      image: registry.example.com/etcd:v1.33.1
      command:
        - etcd
        - --peer-client-cert-auth=false`,
    }),
    passes('as it should be', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
spec:
  containers:
    - name: etcd
      image: registry.example.com/etcd:v1.33.1
      command:
        - etcd
        - --peer-client-cert-auth=true`,
    }),
  ],
});
