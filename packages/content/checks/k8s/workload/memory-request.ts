/** Without a request pods are packed until the node runs out of memory and ends some of them. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers request memory',
    ja: 'コンテナーはメモリーを要求する',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Without a request pods are packed until the node runs out of memory and ends some of them.',
    ja: '要求がないと、ノードのメモリーが尽きるまで Pod が詰め込まれ、強制終了が起きます。',
  },
  fix: {
    summary: {
      en: 'Set resources.requests.memory in every container.',
      ja: 'すべてのコンテナーで resources.requests.memory を設定してください。',
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
          memory: 256Mi`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      resources {
        requests = { memory = "256Mi" }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  equivalents: ['CKV_K8S_12', 'AVD-KSV-0016', 'KSV016', 'kubescape:C-0269', 'kubescape:C-0004'],
  evaluate(pod) {
    const found = find(pod.containers, (container) => container.kind !== 'ephemeral' && !container.resources.hasMemoryRequest);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} has no memory request`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} にメモリーの要求がありません`,
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
          cpu: 100m`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      resources {
        requests = { cpu = "100m" }
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
          memory: 256Mi`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      resources {
        requests = { memory = "256Mi" }
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
          memory: 256Mi`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      resources {
        limits = { memory = "256Mi" }
      }
    }
  }
}`,
    }),
  ],
});
