/** Weak ciphers let recorded traffic be read later; without a list the defaults of the Go version decide. */
import { STRONG_CIPHERS, defineCheck, fail, fails, pass, passes, valuesOf } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server offers strong ciphers only',
    ja: 'API サーバーは強い暗号スイートだけを提供する',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'Weak ciphers let recorded traffic be read later; without a list the defaults of the Go version decide.',
    ja: '弱い暗号では、記録された通信が後から読まれます。一覧がないと Go の既定に任されます。',
  },
  fix: {
    summary: {
      en: 'List strong suites in --tls-cipher-suites.',
      ja: '--tls-cipher-suites に強い暗号スイートを列挙してください。',
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
        - --tls-cipher-suites=TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_105', 'kubescape:C-0143', 'kubescape:C-0277'],
  evaluate(server) {
    const { flags } = server;
    if (
      (flags.get('tls-cipher-suites') ?? '') !== '' &&
      valuesOf(flags, 'tls-cipher-suites').every((suite) => STRONG_CIPHERS.includes(suite))
    )
      return pass();
    return fail({
      en: `${server.name} offers ciphers that are weak or not named`,
      ja: `${server.name} の暗号スイートが弱いか、指定されていません`,
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
    fails('--tls-cipher-suites=TLS_RSA_WITH_RC4_128_SHA', {
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
        - --tls-cipher-suites=TLS_RSA_WITH_RC4_128_SHA`,
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
        - --tls-cipher-suites=TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`,
    }),
  ],
});
