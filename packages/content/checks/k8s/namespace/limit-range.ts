/** Containers that name no limits take what they get; a LimitRange gives them some. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Namespaces have default limits',
    ja: '名前空間に既定の上限がある',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.core.namespace',
  why: {
    en: 'Containers that name no limits take what they get; a LimitRange gives them some.',
    ja: '上限のないコンテナーには LimitRange が既定値を与えます。',
  },
  fix: {
    summary: {
      en: 'Add a LimitRange to the namespace.',
      ja: '名前空間に LimitRange を追加してください。',
    },
    kubernetes: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
---
apiVersion: v1
kind: LimitRange
metadata:
  name: orders
  namespace: orders
spec:
  limits:
    - type: Container
      default:
        memory: 256Mi`,
    terraform: `resource "kubernetes_namespace_v1" "orders" {
  metadata {
    name = "orders"
  }
}
resource "kubernetes_limit_range_v1" "orders" {
  metadata {
    name      = "orders"
    namespace = "orders"
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/policy/limit-range/'],
  equivalents: ['AVD-KSV-0039', 'KSV039'],
  evaluate(namespace) {
    if (namespace.hasLimitRange) return pass();
    return fail({
      en: `No LimitRange of this code is in ${namespace.name}`,
      ja: `このコードには ${namespace.name} の LimitRange がありません`,
    });
  },
  examples: [
    fails('none', {
      kubernetes: `apiVersion: v1
kind: Namespace
metadata:
  name: orders`,
      terraform: `resource "kubernetes_namespace_v1" "orders" {
  metadata {
    name = "orders"
  }
}`,
    }),
    passes('one', {
      kubernetes: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
---
apiVersion: v1
kind: LimitRange
metadata:
  name: orders
  namespace: orders
spec:
  limits:
    - type: Container
      default:
        memory: 256Mi`,
      terraform: `resource "kubernetes_namespace_v1" "orders" {
  metadata {
    name = "orders"
  }
}
resource "kubernetes_limit_range_v1" "orders" {
  metadata {
    name      = "orders"
    namespace = "orders"
  }
}`,
    }),
  ],
});
