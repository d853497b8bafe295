/** A rule of all verbs on all resources is the administrator of the cluster, whatever the role is called. */
import { any, defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Roles do not allow everything',
    ja: 'ロールはすべてを許可しない',
  },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'A rule of all verbs on all resources is the administrator of the cluster, whatever the role is called.',
    ja: '全リソースに全動詞を許すルールは、ロール名にかかわらずクラスター管理者と同じです。',
  },
  fix: {
    summary: {
      en: 'Name resources and verbs.',
      ja: 'リソースと動詞を具体的に指定してください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['*']
    resources: ['*']
    verbs: [get]`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["*"]
    resources = ["*"]
    verbs = ["get"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['AVD-KSV-0044', 'KSV044'],
  evaluate(role) {
    const rule = find(role.rules, (rule) => any(rule.resources, (resource) => resource === '*') && any(rule.verbs, (verb) => verb === '*'));
    if (!rule) return pass();
    return fail({ en: `${role.name} allows every verb on every resource`, ja: `${role.name} が全リソースに対する全動詞を許可しています` });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['*']
    resources: ['*']
    verbs: ['*']`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["*"]
    resources = ["*"]
    verbs = ["*"]
  }
}`,
    }),
    passes('another right', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['*']
    resources: ['*']
    verbs: [get]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["*"]
    resources = ["*"]
    verbs = ["get"]
  }
}`,
    }),
  ],
});
