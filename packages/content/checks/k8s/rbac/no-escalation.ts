/** The verb escalate writes roles with more rights than one's own. */
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
    en: 'Roles do not escalate roles',
    ja: 'ロールは escalate を許可しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: "The verb escalate writes roles with more rights than one's own.",
    ja: 'escalate があると、自分より強い権限のロールを書けます。',
  },
  fix: {
    summary: {
      en: 'Remove the verb escalate.',
      ja: 'escalate を外してください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [roles]
    verbs: [get]`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["rbac.authorization.k8s.io"]
    resources = ["roles"]
    verbs = ["get"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['CKV_K8S_158', 'kubescape:C-0191'],
  evaluate(role) {
    if (ruleForEverything(role)) return notApplicable(allowsEverything);
    const rule = ruleThatGrants(role, {
      verbs: ['escalate'],
      resources: ['roles', 'clusterroles'],
      group: 'rbac.authorization.k8s.io',
    });
    if (!rule) return pass();
    return fail({ en: `${role.name} may escalate roles`, ja: `${role.name} がロールを escalate できます` });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [roles]
    verbs: [escalate]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["rbac.authorization.k8s.io"]
    resources = ["roles"]
    verbs = ["escalate"]
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
    resources: [roles]
    verbs: [get]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["rbac.authorization.k8s.io"]
    resources = ["roles"]
    verbs = ["get"]
  }
}`,
    }),
  ],
});
