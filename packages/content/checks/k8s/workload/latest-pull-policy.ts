/** The tag latest with another pull policy runs whatever the node happens to have. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Images with the tag latest are always pulled',
    ja: 'latest タグのイメージは常に取得する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'The tag latest with another pull policy runs whatever the node happens to have.',
    ja: 'latest タグで別の取得ポリシーを指定すると、たまたまノードにあるものが実行されます。',
  },
  fix: {
    summary: {
      en: 'Name a version as the tag, or set imagePullPolicy to Always.',
      ja: 'タグにバージョンを指定するか、imagePullPolicy を Always にしてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      imagePullPolicy: IfNotPresent`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      image_pull_policy = "IfNotPresent"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/containers/images/'],
  equivalents: ['kubescape:C-0075'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(
      pod.containers,
      (container) =>
        container.imageDigest === undefined &&
        (container.imageTag ?? 'latest') === 'latest' &&
        (container.pullPolicy ?? 'Always') !== 'Always',
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} runs latest without pulling it`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が latest を取得せずに使用しています`,
    });
  },
  examples: [
    fails('latest that may lie on the node', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:latest
      imagePullPolicy: IfNotPresent`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:latest"
      image_pull_policy = "IfNotPresent"
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
      image: registry.example.com/orders/api:1.4.2
      imagePullPolicy: IfNotPresent`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      image_pull_policy = "IfNotPresent"
    }
  }
}`,
    }),
  ],
});
