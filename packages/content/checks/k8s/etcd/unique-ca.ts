/** With one authority for both every client certificate of the cluster opens etcd. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'etcd has an authority of its own',
    ja: 'etcd に専用の認証局がある',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.etcd',
  why: {
    en: 'With one authority for both every client certificate of the cluster opens etcd, past all roles.',
    ja: '認証局が共通だと、クラスターのどのクライアント証明書でもロールを通さずに etcd を開けます。',
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
  evaluate(etcd) {
    const authority = etcd.flags.get('trusted-ca-file');
    if (authority === undefined || none(etcd.clusterAuthorities, (each) => each === authority)) return pass();
    return fail({
      en: `${etcd.name} believes the authority ${authority}, which the API server believes too`,
      ja: `${etcd.name} の認証局 ${authority} が API サーバーと共用されています`,
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
