/** In the default namespace everything shares one set of rights, quotas and network policies. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Workloads have a namespace of their own',
    ja: 'ワークロードは専用の名前空間に置く',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'In the default namespace everything shares one set of rights, quotas and network policies.',
    ja: 'default 名前空間では、権限・クォータ・NetworkPolicy がすべて共有されます。',
  },
  fix: {
    summary: {
      en: 'Set metadata.namespace to a namespace that is meant for the workload.',
      ja: 'metadata.namespace にワークロード用の名前空間を指定してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
  namespace: orders
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
    namespace = "orders"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/'],
  equivalents: ['CKV_K8S_21', 'AVD-KSV-0110', 'KSV110', 'kubescape:C-0061', 'kubescape:C-0212'],
  evaluate(pod) {
    if (!(pod.namespace === 'default')) return pass();
    return fail({
      en: `The pods of ${pod.name} run in the default namespace`,
      ja: `${pod.name} の Pod が default 名前空間で動作しています`,
    });
  },
  examples: [
    fails('none is named', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('one of its own', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
  namespace: orders
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
    namespace = "orders"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
  ],
});
