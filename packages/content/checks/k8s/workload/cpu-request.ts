/** Without a request the scheduler puts pods on nodes that have no time left for them. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers request CPU',
    ja: 'コンテナーは CPU を要求する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Without a request the scheduler puts pods on nodes that have no time left for them.',
    ja: '要求がないと、スケジューラーは余裕のないノードに Pod を配置します。',
  },
  fix: {
    summary: {
      en: 'Set resources.requests.cpu in every container.',
      ja: 'すべてのコンテナーで resources.requests.cpu を設定してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      resources:
        requests:
          cpu: 250m`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      resources {
        requests = { cpu = "250m" }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  equivalents: ['CKV_K8S_10', 'AVD-KSV-0015', 'KSV015', 'kubescape:C-0268', 'kubescape:C-0050'],
  evaluate(pod) {
    const found = find(pod.containers, (container) => container.kind !== 'ephemeral' && !container.resources.hasCpuRequest);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} has no CPU request`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} に CPU の要求がありません`,
    });
  },
  examples: [
    fails('nothing is said', {
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
    fails('only the other resource', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      resources:
        requests:
          memory: 128Mi`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      resources {
        requests = { memory = "128Mi" }
      }
    }
  }
}`,
    }),
    passes('it is set', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      resources:
        requests:
          cpu: 250m`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      resources {
        requests = { cpu = "250m" }
      }
    }
  }
}`,
    }),
    passes('a limit is the request too', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      resources:
        limits:
          cpu: 250m`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      resources {
        limits = { cpu = "250m" }
      }
    }
  }
}`,
    }),
  ],
});
