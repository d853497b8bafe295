/** A token that is requested carries all rights of the service account, out of the cluster too. */
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
    en: 'Roles do not request tokens of service accounts',
    ja: 'ロールはサービスアカウントのトークンを要求しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'A token that is requested carries all rights of the service account, out of the cluster too.',
    ja: '要求したトークンは、クラスターの外でもサービスアカウントの全権限を持ちます。',
  },
  fix: {
    summary: {
      en: 'Remove serviceaccounts/token from the rule.',
      ja: 'ルールから serviceaccounts/token を外してください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [serviceaccounts]
    verbs: [get]`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["serviceaccounts"]
    verbs = ["get"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['kubescape:C-0282'],
  evaluate(role) {
    if (ruleForEverything(role)) return notApplicable(allowsEverything);
    const rule = ruleThatGrants(role, {
      verbs: ['create'],
      resources: ['serviceaccounts/token'],
      group: '',
    });
    if (!rule) return pass();
    return fail({
      en: `${role.name} may request tokens of service accounts`,
      ja: `${role.name} がサービスアカウントのトークンを要求できます`,
    });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [serviceaccounts/token]
    verbs: [create]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["serviceaccounts/token"]
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
  - apiGroups: ['']
    resources: [serviceaccounts]
    verbs: [get]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["serviceaccounts"]
    verbs = ["get"]
  }
}`,
    }),
  ],
});
