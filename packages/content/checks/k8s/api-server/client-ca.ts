/** Without a client authority certificates cannot be used to log in, and weaker ways take their place. */
import { defineCheck, fail, fails, isGiven, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server accepts client certificates of one authority',
    ja: 'API サーバーはクライアント証明書の認証局を指定する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without a client authority certificates cannot be used to log in, and weaker ways take their place.',
    ja: '認証局がないとクライアント証明書でログインできず、より弱い方法に頼ることになります。',
  },
  fix: {
    summary: {
      en: 'Start the program with --client-ca-file=FILE.',
      ja: '--client-ca-file=FILE を付けて起動してください。',
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
        - --client-ca-file=/pki/ca.crt`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['KCV0028', 'AVD-KCV-0028', 'kubescape:C-0139'],
  evaluate(server) {
    const { flags } = server;
    if (isGiven(flags, 'client-ca-file')) return pass();
    return fail({
      en: `${server.name} has no authority for client certificates`,
      ja: `${server.name} にクライアント証明書の認証局がありません`,
    });
  },
  examples: [
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
        - --client-ca-file=/pki/ca.crt`,
    }),
  ],
});
