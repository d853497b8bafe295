/** A pod of its own is gone with its node and is replaced by nobody, nor is it updated. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods are managed by a controller',
    ja: 'Pod はコントローラーで管理する',
  },
  severity: 'info',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A pod of its own is gone with its node and is replaced by nobody, nor is it updated.',
    ja: '単独の Pod はノードと共に失われ、置き換えも更新もされません。',
  },
  fix: {
    summary: {
      en: 'Use a Deployment, StatefulSet, DaemonSet or Job.',
      ja: 'Deployment、StatefulSet、DaemonSet、Job のいずれかを使ってください。',
    },
    kubernetes: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    selector {
      match_labels = { app = "orders" }
    }
    template {
      metadata {
        labels = { app = "orders" }
      }
      spec {
        container {
          name = "api"
          image = "registry.example.com/orders/api:1.4.2"
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/configuration/overview/'],
  equivalents: ['kubescape:C-0073'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    if (pod.kind !== 'Pod' || pod.namespace === 'kube-system') return pass();
    return fail({ en: `Pod ${pod.name} is managed by no controller`, ja: `Pod ${pod.name} がコントローラーで管理されていません` });
  },
  examples: [
    fails('a pod of its own', {
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
    passes('a Deployment', {
      kubernetes: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    selector {
      match_labels = { app = "orders" }
    }
    template {
      metadata {
        labels = { app = "orders" }
      }
      spec {
        container {
          name = "api"
          image = "registry.example.com/orders/api:1.4.2"
        }
      }
    }
  }
}`,
    }),
  ],
});
