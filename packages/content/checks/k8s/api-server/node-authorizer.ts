/** The node authorizer lets a kubelet see only the Secrets of pods that run on its node. */
import { defineCheck, fail, fails, pass, passes, valuesOf } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server uses the node authorizer',
    ja: 'API サーバーはノード認可を使う',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'The node authorizer lets a kubelet see only the Secrets of pods that run on its node.',
    ja: 'ノード認可により、kubelet は自分のノードで動く Pod の Secret だけを参照できます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --authorization-mode=Node,RBAC.',
      ja: '--authorization-mode=Node,RBAC を付けて起動してください。',
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
        - --authorization-mode=Node,RBAC`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_75', 'KCV0008', 'AVD-KCV-0008', 'kubescape:C-0119'],
  evaluate(server) {
    const { flags } = server;
    if (valuesOf(flags, 'authorization-mode').includes('Node')) return pass();
    return fail({ en: `${server.name} does not use the node authorizer`, ja: `${server.name} がノード認可を使用していません` });
  },
  examples: [
    fails('--authorization-mode=RBAC', {
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
        - --authorization-mode=RBAC`,
    }),
    fails('not given', {
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
        - --authorization-mode=Node,RBAC`,
    }),
  ],
});
