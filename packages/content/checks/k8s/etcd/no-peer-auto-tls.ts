/** A member that made its certificate by itself cannot be told from a stranger. */
import { defineCheck, fail, fails, isOn, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Members of etcd do not sign their own certificates',
    ja: 'etcd のメンバーは自己署名証明書を使わない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.etcd',
  why: {
    en: 'A member that made its certificate by itself cannot be told from a stranger.',
    ja: '自己署名の証明書では、メンバーと第三者を区別できません。',
  },
  fix: {
    summary: {
      en: 'Remove --peer-auto-tls from the command.',
      ja: 'コマンドから --peer-auto-tls を削除してください。',
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
        - --peer-auto-tls=false`,
  },
  references: ['https://etcd.io/docs/v3.5/op-guide/configuration/'],
  equivalents: ['KCV0047', 'AVD-KCV-0047', 'kubescape:C-0158'],
  evaluate(etcd) {
    const { flags } = etcd;
    if (!isOn(flags, 'peer-auto-tls')) return pass();
    return fail({
      en: `${etcd.name} uses peer certificates that it signed itself`,
      ja: `${etcd.name} が自己署名のピア証明書を使用しています`,
    });
  },
  examples: [
    fails('--peer-auto-tls=true', {
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
        - --peer-auto-tls=true`,
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
        - --peer-auto-tls=false`,
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
