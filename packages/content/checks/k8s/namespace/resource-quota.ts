/** Without a quota one namespace takes the whole cluster from the others. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Namespaces have a quota',
    ja: '名前空間にクォータがある',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.core.namespace',
  why: {
    en: 'Without a quota one namespace takes the whole cluster from the others.',
    ja: 'クォータがないと、一つの名前空間がクラスター全体を使い切れます。',
  },
  fix: {
    summary: {
      en: 'Add a ResourceQuota to the namespace.',
      ja: '名前空間に ResourceQuota を追加してください。',
    },
    kubernetes: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
---
apiVersion: v1
kind: ResourceQuota
metadata:
  name: orders
  namespace: orders
spec:
  hard:
    pods: '20'`,
    terraform: `resource "kubernetes_namespace_v1" "orders" {
  metadata {
    name = "orders"
  }
}
resource "kubernetes_resource_quota_v1" "orders" {
  metadata {
    name      = "orders"
    namespace = "orders"
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
  equivalents: ['AVD-KSV-0040', 'KSV040'],
  evaluate(namespace) {
    if (namespace.hasResourceQuota) return pass();
    return fail({
      en: `No ResourceQuota of this code is in ${namespace.name}`,
      ja: `このコードには ${namespace.name} の ResourceQuota がありません`,
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
kind: ResourceQuota
metadata:
  name: orders
  namespace: orders
spec:
  hard:
    pods: '20'`,
      terraform: `resource "kubernetes_namespace_v1" "orders" {
  metadata {
    name = "orders"
  }
}
resource "kubernetes_resource_quota_v1" "orders" {
  metadata {
    name      = "orders"
    namespace = "orders"
  }
}`,
    }),
  ],
});
