/** The API server gives tokens that should last an hour a whole year unless it is told not to. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Service account tokens are not extended',
    ja: 'サービスアカウントのトークンを延長しない',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'The API server gives tokens that should last an hour a whole year unless it is told not to.',
    ja: '指定しないと、1 時間で失効すべきトークンが 1 年間有効になります。',
  },
  fix: {
    summary: {
      en: 'Start the program with --service-account-extend-token-expiration=false.',
      ja: '--service-account-extend-token-expiration=false を付けて起動してください。',
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
        - --service-account-extend-token-expiration=false`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['kubescape:C-0290'],
  evaluate(server) {
    const { flags } = server;
    if (flags.get('service-account-extend-token-expiration') === 'false') return pass();
    return fail({
      en: `${server.name} extends service account tokens to a year`,
      ja: `${server.name} がサービスアカウントのトークンを 1 年に延長しています`,
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
    fails('--service-account-extend-token-expiration=true', {
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
        - --service-account-extend-token-expiration=true`,
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
        - --service-account-extend-token-expiration=false`,
    }),
  ],
});
