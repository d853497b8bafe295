/** Without it whoever reaches etcd reads and writes every object, past the API server and its rules. */
import { defineCheck, fail, fails, isOn, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'etcd asks its clients for a certificate',
    ja: 'etcd はクライアント証明書を要求する',
  },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.etcd',
  why: {
    en: 'Without it whoever reaches etcd reads and writes every object, past the API server and its rules.',
    ja: '要求しないと、etcd に到達できる者が API サーバーを通さずに全オブジェクトを読み書きできます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --client-cert-auth=true.',
      ja: '--client-cert-auth=true を付けて起動してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
spec:
  containers:
    - name: etcd
      image: registry.example.com/etcd:v1.33.1
      command:
        - etcd
        - --client-cert-auth=true`,
  },
  references: ['https://etcd.io/docs/v3.5/op-guide/configuration/'],
  equivalents: ['CKV_K8S_117', 'KCV0043', 'AVD-KCV-0043', 'kubescape:C-0154'],
  evaluate(etcd) {
    const { flags } = etcd;
    if (isOn(flags, 'client-cert-auth')) return pass();
    return fail({
      en: `${etcd.name} accepts clients without a certificate`,
      ja: `${etcd.name} が証明書のないクライアントを受け付けています`,
    });
  },
  examples: [
    fails('not given', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
spec:
  containers:
    - name: etcd
      image: registry.example.com/etcd:v1.33.1
      command:
        - etcd`,
    }),
    fails('--client-cert-auth=false', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
spec:
  containers:
    - name: etcd
      image: registry.example.com/etcd:v1.33.1
      command:
        - etcd
        - --client-cert-auth=false`,
    }),
    passes('as it should be', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
spec:
  containers:
    - name: etcd
      image: registry.example.com/etcd:v1.33.1
      command:
        - etcd
        - --client-cert-auth=true`,
    }),
  ],
});
