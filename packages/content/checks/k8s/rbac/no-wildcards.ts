/** A wildcard also allows what Kubernetes and its extensions invent later. */
import { defineCheck, fail, fails, pass, passes, ruleWithWildcard } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Roles name what they allow',
    ja: 'ロールは許可する内容を具体的に書く',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'A wildcard also allows what Kubernetes and its extensions invent later.',
    ja: 'ワイルドカードは、Kubernetes や拡張が後から追加するものも許可してしまいます。',
  },
  fix: {
    summary: {
      en: 'Name API groups, resources and verbs instead of *.',
      ja: '* の代わりに API グループ・リソース・動詞を列挙してください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [configmaps]
    verbs: [get, list]`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["configmaps"]
    verbs = ["get", "list"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['CKV_K8S_49', 'kubescape:C-0187'],
  evaluate(role) {
    const rule = ruleWithWildcard(role);
    if (!rule) return pass();
    return fail({ en: `${role.name} has a rule with a wildcard`, ja: `${role.name} にワイルドカードを含むルールがあります` });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: ['*']
    verbs: [get]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["*"]
    verbs = ["get"]
  }
}`,
    }),
    fails('a wildcard of verbs', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: orders-operator
  namespace: orders
rules:
  - apiGroups: ['']
    resources: [pods]
    verbs: [get, '*']`,
      terraform: `resource "kubernetes_role_v1" "orders" {
  metadata {
    name = "orders-operator"
    namespace = "orders"
  }
  rule {
    api_groups = [""]
    resources = ["pods"]
    verbs = ["get", "*"]
  }
}`,
    }),
    fails('a wildcard of groups', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['*']
    resources: [pods]
    verbs: [get]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["*"]
    resources = ["pods"]
    verbs = ["get"]
  }
}`,
    }),
    passes('another right', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [configmaps]
    verbs: [get, list]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["configmaps"]
    verbs = ["get", "list"]
  }
}`,
    }),
  ],
});
