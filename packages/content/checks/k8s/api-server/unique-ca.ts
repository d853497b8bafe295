/** With one authority for both every client certificate of the cluster opens etcd. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The authority of the cluster is not that of etcd',
    ja: 'クラスターの認証局を etcd と共用しない',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Certificates that the cluster gives to its users also open etcd when both believe the same authority.',
    ja: '同じ認証局を信じていると、クラスターが利用者に渡す証明書で etcd も開けてしまいます。',
  },
  fix: {
    summary: {
      en: 'Give etcd an authority of its own and name it in --trusted-ca-file.',
      ja: 'etcd に専用の認証局を用意し、--trusted-ca-file で指定してください。',
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
        - --client-ca-file=/pki/ca.crt
---
apiVersion: v1
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
        - --trusted-ca-file=/pki/etcd-ca.crt`,
  },
  references: ['https://etcd.io/docs/v3.5/op-guide/configuration/'],
  equivalents: ['kubescape:C-0159'],
  evaluate(server) {
    const authority = server.flags.get('client-ca-file');
    if (authority === undefined || none(server.etcdAuthorities, (each) => each === authority)) return pass();
    return fail({
      en: `${server.name} believes the authority ${authority}, which etcd believes too`,
      ja: `${server.name} の認証局 ${authority} が etcd と共用されています`,
    });
  },
  examples: [
    fails('the same file', {
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
        - --client-ca-file=/pki/ca.crt
---
apiVersion: v1
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
        - --trusted-ca-file=/pki/ca.crt`,
    }),
    passes('a file of its own', {
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
        - --client-ca-file=/pki/ca.crt
---
apiVersion: v1
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
        - --trusted-ca-file=/pki/etcd-ca.crt`,
    }),
  ],
});
