/** A pod whose service account does not exist is not created; one that somebody makes later gets rights that nobody reviewed here. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The service account of a pod is in the code',
    ja: 'Pod のサービスアカウントがコード内にある',
  },
  severity: 'info',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A pod whose service account does not exist is not created; one that somebody makes later gets rights that nobody reviewed here.',
    ja: '存在しないサービスアカウントを指定した Pod は作成されません。後から作られたアカウントの権限は、ここではレビューされていません。',
  },
  fix: {
    summary: {
      en: 'Declare the ServiceAccount in the namespace of the workload.',
      ja: 'ワークロードの名前空間に ServiceAccount を宣言してください。',
    },
    kubernetes: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
---
apiVersion: v1
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
  equivalents: ['kubescape:C-0307'],
  noFramework: 'no control mapping yet',
  without: { terraform: 'modules often get the name of an account that is made elsewhere' },
  evaluate(pod) {
    const { serviceAccount } = pod;
    if (serviceAccount === undefined || serviceAccount === '' || serviceAccount === 'default' || pod.hasServiceAccountHere) return pass();
    return fail({
      en: `The service account ${serviceAccount} of ${pod.name} is not in its namespace`,
      ja: `${pod.name} のサービスアカウント ${serviceAccount} が名前空間にありません`,
    });
  },
  examples: [
    fails('nobody declares it', {
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
    passes('it is declared', {
      kubernetes: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
---
apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  serviceAccountName: orders
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    }),
    passes('the default one', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    }),
  ],
});
