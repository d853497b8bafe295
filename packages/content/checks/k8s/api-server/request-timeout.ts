/** Long timeouts let a few slow clients hold all the connections there are. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server ends requests within 60 seconds',
    ja: 'API サーバーは 60 秒以内に要求を打ち切る',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Long timeouts let a few slow clients hold all the connections there are.',
    ja: '長いタイムアウトでは、遅い少数のクライアントがすべての接続を占有できます。',
  },
  fix: {
    summary: {
      en: 'Remove --request-timeout, or set it to 60s or less.',
      ja: '--request-timeout を削除するか、60s 以下にしてください。',
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
  equivalents: ['CKV_K8S_95', 'kubescape:C-0134'],
  evaluate(server) {
    const { flags } = server;
    if (secondsOf(flags.get('request-timeout') ?? '60s') <= 60) return pass();
    return fail({
      en: `${server.name} lets requests last longer than 60 seconds, or names no duration`,
      ja: `${server.name} の要求タイムアウトが 60 秒を超えているか、期間として正しくありません`,
    });
  },
  examples: [
    fails('--request-timeout=300s', {
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
        - --request-timeout=300s`,
    }),
    fails('--request-timeout=2', {
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
        - --request-timeout=2`,
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
    passes('--request-timeout=1m', {
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
        - --request-timeout=1m`,
    }),
  ],
});

const SECONDS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };

/** Of a Go duration; without a unit it is none. */
function secondsOf(duration: string): number {
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(h|m|s|ms)/g)];
  if (parts.length === 0 || parts.map(([text]) => text).join('') !== duration) return Number.POSITIVE_INFINITY;
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (SECONDS[unit ?? ''] ?? 0), 0);
}
