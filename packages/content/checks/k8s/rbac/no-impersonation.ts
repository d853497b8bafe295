/** Who impersonates users, groups or service accounts has the rights of the strongest of them. */
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
    en: 'Roles do not impersonate others',
    ja: 'ロールは他者になりすまさない',
  },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'Who impersonates users, groups or service accounts has the rights of the strongest of them.',
    ja: 'ユーザー・グループ・サービスアカウントになりすませる者は、その中で最も強い権限を得ます。',
  },
  fix: {
    summary: {
      en: 'Remove the verb impersonate.',
      ja: 'impersonate を外してください。',
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
  equivalents: ['AVD-KSV-0043', 'KSV043', 'kubescape:C-0065', 'kubescape:C-0191'],
  evaluate(role) {
    if (ruleForEverything(role)) return notApplicable(allowsEverything);
    const rule = ruleThatGrants(role, {
      verbs: ['impersonate'],
      resources: ['users', 'groups', 'serviceaccounts', 'uids'],
      group: '',
    });
    if (!rule) return pass();
    return fail({ en: `${role.name} may impersonate others`, ja: `${role.name} が他者になりすませます` });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [users]
    verbs: [impersonate]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["users"]
    verbs = ["impersonate"]
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
