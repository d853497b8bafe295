/** What latest means changes under the same manifest: nobody knows what runs, and a rollback brings nothing back. */
import { defineCheck, fail, fails, find, isUnknown, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Images have a fixed tag',
    ja: 'イメージは固定のタグで指定する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'What latest means changes under the same manifest: nobody knows what runs, and a rollback brings nothing back.',
    ja: 'latest の中身は同じマニフェストのまま変わるため、何が動いているか分からず、ロールバックもできません。',
  },
  fix: {
    summary: {
      en: 'Name a version as the tag, or a digest.',
      ja: 'バージョンのタグまたはダイジェストを指定してください。',
    },
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
  },
  references: ['https://kubernetes.io/docs/concepts/containers/images/'],
  equivalents: ['CKV_K8S_14', 'AVD-KSV-0013', 'KSV013', 'kubescape:C-0304'],
  evaluate(pod) {
    const found = find(pod.containers, (container) => container.imageDigest === undefined && (container.imageTag ?? 'latest') === 'latest');
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} runs an image without a fixed tag`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が固定のタグを持たないイメージを使用しています`,
    });
  },
  examples: [
    fails('latest', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:latest`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:latest"
    }
  }
}`,
    }),
    fails('a port is no tag', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com:5000/orders/api`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com:5000/orders/api"
    }
  }
}`,
    }),
    passes('a version', {
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
    passes('a digest', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    }
  }
}`,
    }),
    isUnknown('a variable may hold the tag', {
      terraform: `variable "image" {}
resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = var.image
    }
  }
}`,
    }),
    passes('the tag is known, the registry is not', {
      terraform: `variable "registry" {}
resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "\${var.registry}/orders/api:1.4.2"
    }
  }
}`,
    }),
  ],
});
