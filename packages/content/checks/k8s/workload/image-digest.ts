/** A tag can be moved by whoever may push to the registry; a digest names exactly one content. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Images are pinned to a digest',
    ja: 'イメージはダイジェストで固定する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A tag can be moved by whoever may push to the registry; a digest names exactly one content.',
    ja: 'タグはレジストリーに書き込める者が付け替えられますが、ダイジェストは一つの内容だけを指します。',
  },
  fix: {
    summary: {
      en: 'Add the digest to the image: name@sha256:….',
      ja: 'イメージにダイジェストを付けてください (name@sha256:…)。',
    },
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
  },
  references: ['https://kubernetes.io/docs/concepts/containers/images/'],
  equivalents: ['CKV_K8S_43', 'kubescape:C-0306'],
  evaluate(pod) {
    const found = find(pod.containers, (container) => container.imageDigest === undefined);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} runs an image without a digest`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} がダイジェストのないイメージを使用しています`,
    });
  },
  examples: [
    fails('a tag only', {
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
    fails('a digest that is too short', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api@sha256:0123`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api@sha256:0123"
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
  ],
});
