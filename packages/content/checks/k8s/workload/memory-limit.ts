/** A container without a limit that leaks or is attacked takes the memory of its whole node. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers have a memory limit',
    ja: 'コンテナーにメモリーの上限がある',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A container without a limit that leaks or is attacked takes the memory of its whole node.',
    ja: '上限のないコンテナーは、リークや攻撃によってノード全体のメモリーを使い切ります。',
  },
  fix: {
    summary: {
      en: 'Set resources.limits.memory in every container.',
      ja: 'すべてのコンテナーで resources.limits.memory を設定してください。',
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
  },
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  equivalents: ['CKV_K8S_13', 'AVD-KSV-0018', 'KSV018', 'kubescape:C-0271', 'kubescape:C-0009', 'kubescape:C-0004'],
  evaluate(pod) {
    const found = find(pod.containers, (container) => container.kind !== 'ephemeral' && !container.resources.hasMemoryLimit);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} has no memory limit`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} にメモリーの上限がありません`,
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
        limits:
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
        limits = { cpu = "100m" }
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
