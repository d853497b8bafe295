/** A certificate that etcd made by itself proves nothing to its clients. */
import { defineCheck, fail, fails, isOn, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'etcd does not sign its own certificates',
    ja: 'etcd は自己署名証明書を使わない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.etcd',
  why: {
    en: 'A certificate that etcd made by itself proves nothing to its clients.',
    ja: 'etcd が自分で作った証明書は、クライアントに何も証明しません。',
  },
  fix: {
    summary: {
      en: 'Remove --auto-tls from the command.',
      ja: 'コマンドから --auto-tls を削除してください。',
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
        - --auto-tls=false`,
  },
  references: ['https://etcd.io/docs/v3.5/op-guide/configuration/'],
  equivalents: ['CKV_K8S_118', 'KCV0044', 'AVD-KCV-0044', 'kubescape:C-0155'],
  evaluate(etcd) {
    const { flags } = etcd;
    if (!isOn(flags, 'auto-tls')) return pass();
    return fail({ en: `${etcd.name} uses certificates that it signed itself`, ja: `${etcd.name} が自己署名の証明書を使用しています` });
  },
  examples: [
    fails('--auto-tls=true', {
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
        - --auto-tls=true`,
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
        - --auto-tls=false`,
    }),
    passes('not given', {
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
  ],
});
