/** Requests without credentials count as the user system:anonymous, and every binding for that user is open to the whole network. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server refuses anonymous requests',
    ja: 'API サーバーは匿名の要求を拒否する',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Requests without credentials count as the user system:anonymous, and every binding for that user is open to the whole network.',
    ja: '認証情報のない要求は system:anonymous として扱われ、このユーザーへの権限はネットワーク全体に開かれます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --anonymous-auth=false.',
      ja: '--anonymous-auth=false を付けて起動してください。',
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
        - --anonymous-auth=false`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_68', 'KCV0001', 'AVD-KCV-0001', 'kubescape:C-0113'],
  evaluate(server) {
    const { flags } = server;
    if (flags.get('anonymous-auth') === 'false') return pass();
    return fail({ en: `${server.name} accepts anonymous requests`, ja: `${server.name} が匿名の要求を受け付けています` });
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
    fails('--anonymous-auth=true', {
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
        - --anonymous-auth=true`,
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
        - --anonymous-auth=false`,
    }),
  ],
});
