/** Who may change all resources may change the roles too, and so give himself every right. */
import { WRITING, any, defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Roles name the resources they change',
    ja: 'ロールは変更できるリソースを列挙する',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'Who may change all resources may change the roles too, and so give himself every right.',
    ja: '全リソースを変更できる者はロールも変更でき、自分にあらゆる権限を与えられます。',
  },
  fix: {
    summary: {
      en: 'Name the resources.',
      ja: 'リソースを列挙してください。',
    },
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
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['AVD-KSV-0046', 'KSV046', 'AVD-KSV-0112', 'KSV112'],
  evaluate(role) {
    const rule = find(
      role.rules,
      (rule) => any(rule.resources, (resource) => resource === '*') && any(rule.verbs, (verb) => verb === '*' || WRITING.includes(verb)),
    );
    if (!rule) return pass();
    return fail({ en: `${role.name} may change every resource`, ja: `${role.name} が全リソースを変更できます` });
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
    verbs: [create, delete]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["*"]
    verbs = ["create", "delete"]
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
  ],
});
