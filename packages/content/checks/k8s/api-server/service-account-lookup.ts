/** Without the lookup a token works on although its service account or Secret was deleted. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server looks service accounts up',
    ja: 'API サーバーはサービスアカウントの存在を確認する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Without the lookup a token works on although its service account or Secret was deleted.',
    ja: '確認しないと、サービスアカウントや Secret を削除した後もトークンが有効なままになります。',
  },
  fix: {
    summary: {
      en: 'Remove --service-account-lookup=false from the command.',
      ja: 'コマンドから --service-account-lookup=false を削除してください。',
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
  equivalents: ['CKV_K8S_96', 'KCV0024', 'AVD-KCV-0024', 'kubescape:C-0135'],
  evaluate(server) {
    const { flags } = server;
    if (flags.get('service-account-lookup') !== 'false') return pass();
    return fail({
      en: `${server.name} accepts tokens of deleted service accounts`,
      ja: `${server.name} が削除されたサービスアカウントのトークンを受け付けています`,
    });
  },
  examples: [
    fails('--service-account-lookup=false', {
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
        - --service-account-lookup=false`,
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
