/** A container without a limit takes all CPU of its node from the others, by mistake or on purpose (mining). */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers have a CPU limit',
    ja: 'コンテナーに CPU の上限がある',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A container without a limit takes all CPU of its node from the others, by mistake or on purpose (mining).',
    ja: '上限のないコンテナーは、誤りや悪用 (マイニング) によってノードの CPU を独占します。',
  },
  fix: {
    summary: {
      en: 'Set resources.limits.cpu in every container.',
      ja: 'すべてのコンテナーで resources.limits.cpu を設定してください。',
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
          cpu: 500m`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      resources {
        limits = { cpu = "500m" }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  equivalents: ['CKV_K8S_11', 'AVD-KSV-0011', 'KSV011', 'kubescape:C-0270', 'kubescape:C-0009', 'kubescape:C-0050'],
  evaluate(pod) {
    const found = find(pod.containers, (container) => container.kind !== 'ephemeral' && !container.resources.hasCpuLimit);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} has no CPU limit`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} に CPU の上限がありません`,
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
        limits = { memory = "128Mi" }
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
          cpu: 500m`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      resources {
        limits = { cpu = "500m" }
      }
    }
  }
}`,
    }),
  ],
});
