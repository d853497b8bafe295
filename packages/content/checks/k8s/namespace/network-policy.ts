/** Without a policy every pod of the cluster reaches every pod of the namespace. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Namespaces have a network policy',
    ja: '名前空間に NetworkPolicy がある',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.core.namespace',
  why: {
    en: 'Without a policy every pod of the cluster reaches every pod of the namespace.',
    ja: 'ポリシーがないと、クラスター内のすべての Pod が名前空間内のすべての Pod に到達できます。',
  },
  fix: {
    summary: {
      en: 'Add a NetworkPolicy to the namespace that denies what is not allowed.',
      ja: '許可していない通信を拒否する NetworkPolicy を追加してください。',
    },
    kubernetes: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: deny
  namespace: orders
spec:
  podSelector: {}
  policyTypes: [Ingress]`,
    terraform: `resource "kubernetes_namespace_v1" "orders" {
  metadata {
    name = "orders"
  }
}
resource "kubernetes_network_policy_v1" "deny" {
  metadata {
    name      = "deny"
    namespace = "orders"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  equivalents: ['kubescape:C-0206', 'kubescape:C-0054'],
  evaluate(namespace) {
    if (namespace.hasNetworkPolicy) return pass();
    return fail({
      en: `No network policy of this code is in ${namespace.name}`,
      ja: `このコードには ${namespace.name} の NetworkPolicy がありません`,
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
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: deny
  namespace: orders
spec:
  podSelector: {}
  policyTypes: [Ingress]`,
      terraform: `resource "kubernetes_namespace_v1" "orders" {
  metadata {
    name = "orders"
  }
}
resource "kubernetes_network_policy_v1" "deny" {
  metadata {
    name      = "deny"
    namespace = "orders"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress"]
  }
}`,
    }),
  ],
});
