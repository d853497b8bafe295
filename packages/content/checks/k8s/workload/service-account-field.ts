/** The old field serviceAccount may say something else than serviceAccountName, and readers believe the wrong one. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods name their service account in serviceAccountName',
    ja: 'Pod はサービスアカウントを serviceAccountName で指定する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'The old field serviceAccount may say something else than serviceAccountName, and readers believe the wrong one.',
    ja: '古い serviceAccount フィールドが serviceAccountName と食い違うと、読む人が誤った方を信じてしまいます。',
  },
  fix: {
    summary: {
      en: 'Use serviceAccountName and remove serviceAccount.',
      ja: 'serviceAccountName を使い、serviceAccount を削除してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  serviceAccountName: orders
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/service-accounts/'],
  equivalents: ['kubescape:C-0294'],
  noFramework: 'no control mapping yet',
  without: { terraform: 'the Terraform provider has no such argument' },
  evaluate(pod) {
    const { oldServiceAccount } = pod;
    if (oldServiceAccount === undefined || oldServiceAccount === '' || oldServiceAccount === pod.currentServiceAccount) return pass();
    return fail({
      en: `The pods of ${pod.name} name a service account in the old field serviceAccount`,
      ja: `${pod.name} の Pod が古い serviceAccount フィールドでサービスアカウントを指定しています`,
    });
  },
  examples: [
    fails('the old field', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  serviceAccount: orders
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    }),
    fails('they differ', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  serviceAccount: orders
  serviceAccountName: billing
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    }),
    passes('the current field', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  serviceAccountName: orders
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    }),
    passes('a copy', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  serviceAccount: orders
  serviceAccountName: orders
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    }),
  ],
});
