/** Without RBAC, and without any mode at all, what a token may do is not limited by roles. */
import { defineCheck, fail, fails, isGiven, pass, passes, valuesOf } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server uses RBAC',
    ja: 'API サーバーは RBAC を使う',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without RBAC, and without any mode at all, what a token may do is not limited by roles.',
    ja: 'RBAC がない (モード未指定を含む) と、トークンの権限がロールで制限されません。',
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
  equivalents: ['CKV_K8S_77', 'KCV0009', 'AVD-KCV-0009', 'kubescape:C-0120', 'kubescape:C-0088'],
  evaluate(server) {
    const { flags } = server;
    if (valuesOf(flags, 'authorization-mode').includes('RBAC') || isGiven(flags, 'authorization-config')) return pass();
    return fail({ en: `${server.name} does not use RBAC`, ja: `${server.name} が RBAC を使用していません` });
  },
  examples: [
    fails('--authorization-mode=ABAC', {
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
        - --authorization-mode=ABAC`,
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
    passes('kubeadm sets it', {
      kubernetes: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs: []`,
    }),
    fails('kubeadm is told something else', {
      kubernetes: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
    - name: authorization-mode
      value: AlwaysAllow`,
    }),
  ],
});
