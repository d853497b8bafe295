/** Without a pull a pod runs what lies on the node: an old content of the tag, or a private image without the right to it. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Images are always pulled',
    ja: 'イメージは常に取得する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Without a pull a pod runs what lies on the node: an old content of the tag, or a private image without the right to it.',
    ja: '取得しないと、Pod はノードに残っているものを実行します。古い内容や、権限のないプライベートイメージかもしれません。',
  },
  fix: {
    edits: { kubernetes: [{ set: '$containers.imagePullPolicy', value: 'Always' }] },
    summary: {
      en: 'Set imagePullPolicy to Always.',
      ja: 'imagePullPolicy を Always にしてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      imagePullPolicy: Always`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      image_pull_policy = "Always"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/containers/images/'],
  equivalents: ['CKV_K8S_15'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(
      pod.containers,
      (container) =>
        (container.pullPolicy ??
          (container.imageDigest === undefined && (container.imageTag ?? 'latest') === 'latest' ? 'Always' : 'IfNotPresent')) !== 'Always',
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} does not always pull its image`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} がイメージを常に取得していません`,
    });
  },
  examples: [
    fails('the default of a fixed tag', {
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
    fails('never', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      imagePullPolicy: Never`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      image_pull_policy = "Never"
    }
  }
}`,
    }),
    passes('always', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      imagePullPolicy: Always`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      image_pull_policy = "Always"
    }
  }
}`,
    }),
    passes('the default of latest', {
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
  ],
});
