/** Who changes services and policies sends traffic elsewhere, or opens what was closed. */
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
    en: 'Roles do not change services and network policies',
    ja: 'ロールは Service や NetworkPolicy を変更しない',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'Who changes services and policies sends traffic elsewhere, or opens what was closed.',
    ja: 'Service やポリシーを変更できる者は、通信の行き先を変えたり、閉じたものを開いたりできます。',
  },
  fix: {
    summary: {
      en: 'Give the right to change the network to its administrators only.',
      ja: 'ネットワークの変更権限は管理者に限定してください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [networking.k8s.io]
    resources: [networkpolicies]
    verbs: [get]`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["networking.k8s.io"]
    resources = ["networkpolicies"]
    verbs = ["get"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['AVD-KSV-0056', 'KSV056'],
  evaluate(role) {
    if (ruleForEverything(role)) return notApplicable(allowsEverything);
    const rule = ruleThatGrants(role, {
      verbs: ['create', 'update', 'patch', 'delete'],
      resources: ['networkpolicies', 'ingresses'],
      group: 'networking.k8s.io',
    });
    if (!rule) return pass();
    return fail({
      en: `${role.name} may change network policies or ingresses`,
      ja: `${role.name} が NetworkPolicy または Ingress を変更できます`,
    });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [networking.k8s.io]
    resources: [networkpolicies]
    verbs: [delete]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["networking.k8s.io"]
    resources = ["networkpolicies"]
    verbs = ["delete"]
  }
}`,
    }),
    passes('another right', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [networking.k8s.io]
    resources: [networkpolicies]
    verbs: [get]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["networking.k8s.io"]
    resources = ["networkpolicies"]
    verbs = ["get"]
  }
}`,
    }),
  ],
});
