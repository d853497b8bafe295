/** What goes to the kubelets holds Secrets of pods and the output of their consoles. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server talks to kubelets over HTTPS',
    ja: 'API サーバーは kubelet と HTTPS で通信する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'What goes to the kubelets holds Secrets of pods and the output of their consoles.',
    ja: 'kubelet との通信には Pod の Secret やコンソールの出力が含まれます。',
  },
  fix: {
    summary: {
      en: 'Remove --kubelet-https=false from the command.',
      ja: 'コマンドから --kubelet-https=false を削除してください。',
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
  equivalents: ['CKV_K8S_71', 'KCV0004', 'AVD-KCV-0004'],
  evaluate(server) {
    const { flags } = server;
    if (flags.get('kubelet-https') !== 'false') return pass();
    return fail({ en: `${server.name} talks to kubelets without TLS`, ja: `${server.name} が kubelet と TLS なしで通信しています` });
  },
  examples: [
    fails('--kubelet-https=false', {
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
        - --kubelet-https=false`,
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
