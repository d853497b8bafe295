/** The wildcard covers verbs that nobody thinks of, such as escalate, bind and impersonate. */
import { any, defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Roles name the verbs they allow',
    ja: 'ロールは許可する動詞を列挙する',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'The wildcard covers verbs that nobody thinks of, such as escalate, bind and impersonate.',
    ja: 'ワイルドカードには escalate、bind、impersonate など見落としがちな動詞も含まれます。',
  },
  fix: {
    summary: {
      en: 'Name the verbs.',
      ja: '動詞を列挙してください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [pods]
    verbs: [get, list]`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["pods"]
    verbs = ["get", "list"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['AVD-KSV-0045', 'KSV045'],
  evaluate(role) {
    const rule = find(role.rules, (rule) => any(rule.verbs, (verb) => verb === '*'));
    if (!rule) return pass();
    return fail({ en: `${role.name} allows every verb`, ja: `${role.name} がすべての動詞を許可しています` });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [pods]
    verbs: ['*']`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["pods"]
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
  - apiGroups: ['']
    resources: [pods]
    verbs: [get, list]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["pods"]
    verbs = ["get", "list"]
  }
}`,
    }),
  ],
});
