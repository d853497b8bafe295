/** Tiller, the server of Helm 2, does with the rights of the whole cluster what anybody who reaches it asks for; it is without support since 2020. */
import { defineCheck, fail, fails, find, imageName, labelOf, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'No pod runs Tiller',
    ja: 'Tiller を動作させない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Tiller, the server of Helm 2, does with the rights of the whole cluster what anybody who reaches it asks for; it is without support since 2020.',
    ja: 'Helm 2 のサーバーである Tiller は、到達できる者の要求をクラスター全体の権限で実行します。2020 年にサポートが終了しています。',
  },
  fix: {
    summary: {
      en: 'Move to Helm 3 and remove Tiller.',
      ja: 'Helm 3 に移行し、Tiller を削除してください。',
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
  references: ['https://helm.sh/docs/faq/changes_since_helm2/'],
  equivalents: ['CKV_K8S_34', 'AVD-KSV-0102', 'KSV102'],
  evaluate(pod) {
    const labeled = which({ pods: () => pod.labels.get('name') === 'tiller', object: () => pod.objectLabels.get('name') === 'tiller' });
    if (labeled !== undefined)
      return fail({ en: `The pods of ${pod.name} are labeled as Tiller`, ja: `${pod.name} の Pod に Tiller のラベルが付いています` });
    const found = find(pod.containers, (container) => imageName(container.image ?? '') === 'tiller');
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} runs Tiller`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が Tiller を実行しています`,
    });
  },
  examples: [
    fails('its image', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: tiller
      image: registry.example.com/helm/tiller:v2.17.0`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "tiller"
      image = "registry.example.com/helm/tiller:v2.17.0"
    }
  }
}`,
    }),
    passes('another program', {
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
  ],
});
