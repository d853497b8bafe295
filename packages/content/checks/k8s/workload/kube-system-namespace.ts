/** What runs in kube-system is among the parts of the cluster: its Secrets, its service accounts, its exemptions from policies. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Workloads stay out of kube-system',
    ja: 'ワークロードを kube-system に置かない',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'What runs in kube-system is among the parts of the cluster: its Secrets, its service accounts, its exemptions from policies.',
    ja: 'kube-system で動くものは、クラスター本体の Secret やサービスアカウント、ポリシーの除外を共有します。',
  },
  fix: {
    summary: {
      en: 'Give the workload a namespace of its own.',
      ja: 'ワークロードに専用の名前空間を与えてください。',
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
  equivalents: ['AVD-KSV-0037', 'KSV037'],
  evaluate(pod) {
    if (pod.namespace !== 'kube-system') return pass();
    const label = pod.objectLabels.get('tier') ?? pod.labels.get('tier') ?? pod.objectLabels.get('k8s-app') ?? pod.labels.get('k8s-app');
    if (label !== undefined) return pass();
    return fail({ en: `The pods of ${pod.name} run in kube-system`, ja: `${pod.name} の Pod が kube-system で動作しています` });
  },
  examples: [
    fails('an application', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
  namespace: kube-system
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
    namespace = "kube-system"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('a part of the cluster', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
  namespace: kube-system
  labels:
    tier: control-plane
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
    namespace = "kube-system"
    labels = { tier = "control-plane" }
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('a namespace of its own', {
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
