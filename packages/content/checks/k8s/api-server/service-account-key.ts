/** Without a key file the key of the TLS certificate signs the tokens, so that one cannot be changed without the other. */
import { defineCheck, fail, fails, isGiven, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Service account tokens are verified with a key of their own',
    ja: 'サービスアカウントのトークンを専用の鍵で検証する',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without a key file the key of the TLS certificate signs the tokens, so that one cannot be changed without the other.',
    ja: '鍵ファイルがないと TLS 証明書の鍵でトークンが検証され、別々に交換できません。',
  },
  fix: {
    summary: {
      en: 'Start the program with --service-account-key-file=FILE.',
      ja: '--service-account-key-file=FILE を付けて起動してください。',
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
        - --service-account-key-file=/pki/sa.pub`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_97', 'KCV0025', 'AVD-KCV-0025', 'kubescape:C-0136'],
  evaluate(server) {
    const { flags } = server;
    if (isGiven(flags, 'service-account-key-file')) return pass();
    return fail({
      en: `${server.name} has no key of its own for service account tokens`,
      ja: `${server.name} にサービスアカウント用の専用鍵がありません`,
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
        - --service-account-key-file=/pki/sa.pub`,
    }),
  ],
});
