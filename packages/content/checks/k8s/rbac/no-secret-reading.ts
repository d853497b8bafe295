/** Whoever reads Secrets has the passwords of the programs, and through tokens the rights of their service accounts. */
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
    en: 'Roles do not read Secrets',
    ja: 'ロールは Secret を読み取らない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'Whoever reads Secrets has the passwords of the programs, and through tokens the rights of their service accounts.',
    ja: 'Secret を読める者は、プログラムのパスワードや、トークンを通じてサービスアカウントの権限を得られます。',
  },
  fix: {
    summary: {
      en: 'Remove secrets from the rule, or limit it to single ones with resourceNames.',
      ja: 'ルールから secrets を外すか、resourceNames で個別に限定してください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [secrets]
    verbs: [get]
    resourceNames: [orders-tls]`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["secrets"]
    verbs = ["get"]
    resource_names = ["orders-tls"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['AVD-KSV-0041', 'KSV041', 'AVD-KSV-0113', 'KSV113', 'kubescape:C-0015', 'kubescape:C-0186'],
  evaluate(role) {
    if (ruleForEverything(role)) return notApplicable(allowsEverything);
    const rule = ruleThatGrants(role, {
      verbs: ['get', 'list', 'watch'],
      resources: ['secrets'],
      group: '',
    });
    if (!rule) return pass();
    return fail({ en: `${role.name} may read Secrets`, ja: `${role.name} が Secret を読み取れます` });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [secrets]
    verbs: [get, list, watch]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["secrets"]
    verbs = ["get", "list", "watch"]
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
    resources: [secrets]
    verbs: [get]
    resourceNames: [orders-tls]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["secrets"]
    verbs = ["get"]
    resource_names = ["orders-tls"]
  }
}`,
    }),
  ],
});
