/** Members copy all data to each other: without TLS whoever is on the path reads it. */
import { defineCheck, fail, fails, isGiven, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Members of etcd talk over TLS',
    ja: 'etcd のメンバー間を TLS で通信する',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.etcd',
  why: {
    en: 'Members copy all data to each other: without TLS whoever is on the path reads it.',
    ja: 'メンバー間では全データが複製され、TLS がないと経路上の者が読めます。',
  },
  fix: {
    summary: {
      en: 'Start the program with --peer-cert-file and --peer-key-file.',
      ja: '--peer-cert-file and --peer-key-file を付けて起動してください。',
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
        - --peer-cert-file=/pki/peer.crt
        - --peer-key-file=/pki/peer.key`,
  },
  references: ['https://etcd.io/docs/v3.5/op-guide/configuration/'],
  equivalents: ['CKV_K8S_119', 'KCV0045', 'AVD-KCV-0045', 'kubescape:C-0156'],
  evaluate(etcd) {
    const { flags } = etcd;
    if (isGiven(flags, 'peer-cert-file') && isGiven(flags, 'peer-key-file')) return pass();
    return fail({ en: `${etcd.name} has no certificate and key for its peers`, ja: `${etcd.name} にピア用の証明書と鍵がありません` });
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
        - --peer-cert-file=/pki/peer.crt
        - --peer-key-file=/pki/peer.key`,
    }),
  ],
});
