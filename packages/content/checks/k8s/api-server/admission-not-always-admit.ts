/** AlwaysAdmit lets every object through, whatever other plugins would have said. */
import { defineCheck, fail, fails, pass, passes, valuesOf } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The API server does not admit everything',
    ja: 'API サーバーは AlwaysAdmit を使わない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.api-server',
  why: {
    en: 'AlwaysAdmit lets every object through, whatever other plugins would have said.',
    ja: 'AlwaysAdmit は、他のプラグインの判断にかかわらずすべてのオブジェクトを通します。',
  },
  fix: {
    summary: {
      en: 'Remove AlwaysAdmit from --enable-admission-plugins.',
      ja: '--enable-admission-plugins から AlwaysAdmit を削除してください。',
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
        - --enable-admission-plugins=NodeRestriction`,
  },
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  equivalents: ['CKV_K8S_79', 'KCV0011', 'AVD-KCV-0011', 'kubescape:C-0122'],
  evaluate(server) {
    const { flags } = server;
    if (!valuesOf(flags, 'enable-admission-plugins').includes('AlwaysAdmit')) return pass();
    return fail({
      en: `${server.name} admits every object (AlwaysAdmit)`,
      ja: `${server.name} がすべてのオブジェクトを通しています (AlwaysAdmit)`,
    });
  },
  examples: [
    fails('--enable-admission-plugins=AlwaysAdmit', {
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
        - --enable-admission-plugins=AlwaysAdmit`,
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
        - --enable-admission-plugins=NodeRestriction`,
    }),
  ],
});
