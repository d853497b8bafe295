/** Who writes bindings decides who may do what, up to one's own rights and often beyond. */
import {
  allowsEverything,
  defineCheck,
  fail,
  fails,
  notApplicable,
  pass,
  passes,
  ruleForEverything,
  ruleThatGrants,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Roles do not change roles and bindings',
    ja: 'ロールはロールやバインディングを変更しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: "Who writes bindings decides who may do what, up to one's own rights and often beyond.",
    ja: 'バインディングを書ける者は、誰が何をできるかを決められます。',
  },
  fix: {
    summary: {
      en: 'Leave roles and bindings to the administrators of the cluster.',
      ja: 'ロールとバインディングの変更はクラスター管理者に限定してください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [rolebindings]
    verbs: [get]`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["rbac.authorization.k8s.io"]
    resources = ["rolebindings"]
    verbs = ["get"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['AVD-KSV-0050', 'KSV050', 'AVD-KSV-0055', 'KSV055'],
  evaluate(role) {
    if (ruleForEverything(role)) return notApplicable(allowsEverything);
    const rule = ruleThatGrants(role, {
      verbs: ['create', 'update', 'patch', 'delete'],
      resources: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'],
      group: 'rbac.authorization.k8s.io',
    });
    if (!rule) return pass();
    return fail({ en: `${role.name} may change roles or bindings`, ja: `${role.name} がロールまたはバインディングを変更できます` });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [rolebindings]
    verbs: [create]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["rbac.authorization.k8s.io"]
    resources = ["rolebindings"]
    verbs = ["create"]
  }
}`,
    }),
    passes('another right', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [rolebindings]
    verbs: [get]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["rbac.authorization.k8s.io"]
    resources = ["rolebindings"]
    verbs = ["get"]
  }
}`,
    }),
  ],
});
