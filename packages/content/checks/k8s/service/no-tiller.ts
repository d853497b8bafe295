/** Tiller does for whoever reaches it what he asks for, with the rights of the cluster. */
import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'No service leads to Tiller',
    ja: 'Service から Tiller に到達できない',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.core.service',
  why: {
    en: 'Tiller does for whoever reaches it what he asks for, with the rights of the cluster.',
    ja: 'Tiller は、到達できる者の要求をクラスターの権限で実行します。',
  },
  fix: {
    summary: {
      en: 'Remove Tiller and its service.',
      ja: 'Tiller とその Service を削除してください。',
    },
    kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  ports:
    - port: 80`,
    terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    port {
      port = 80
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/'],
  equivalents: ['CKV_K8S_44'],
  evaluate(service) {
    const isTiller = anyOf(
      () => service.labels.get('name') === 'tiller',
      () => service.selector.get('name') === 'tiller',
      () => service.name.includes('tiller'),
    );
    if (!isTiller) return pass();
    return fail({ en: `${service.name} leads to Tiller`, ja: `${service.name} が Tiller につながっています` });
  },
  examples: [
    fails('its label', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
  labels:
    name: tiller
spec:
  ports:
    - port: 44134`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
    labels = { name = "tiller" }
  }
  spec {
    port {
      port = 44134
    }
  }
}`,
    }),
    passes('another service', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  ports:
    - port: 80`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    port {
      port = 80
    }
  }
}`,
    }),
  ],
});
