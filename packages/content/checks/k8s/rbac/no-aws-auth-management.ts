/** The config map aws-auth says which IAM roles are administrators: who writes it makes himself one. */
import {
  WRITING,
  allowsEverything,
  any,
  defineCheck,
  fail,
  fails,
  find,
  notApplicable,
  pass,
  passes,
  ruleForEverything,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Roles do not change who may enter an EKS cluster',
    ja: 'ロールは EKS クラスターへの入場許可を変更しない',
  },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'The config map aws-auth says which IAM roles are administrators: who writes it makes himself one.',
    ja: 'ConfigMap aws-auth は、どの IAM ロールが管理者かを決めます。書き込める者は自分を管理者にできます。',
  },
  fix: {
    summary: {
      en: 'Remove the verbs that change the config map aws-auth.',
      ja: 'ConfigMap aws-auth を変更する動詞を外してください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [configmaps]
    verbs: [get]`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["configmaps"]
    verbs = ["get"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['AVD-KSV-0115', 'KSV115'],
  evaluate(role) {
    if (ruleForEverything(role)) return notApplicable(allowsEverything);
    const rule = find(
      role.rules,
      (rule) =>
        any(rule.resources, (resource) => resource === 'configmaps') &&
        any(rule.resourceNames, (each) => each === 'aws-auth') &&
        any(rule.verbs, (verb) => verb === '*' || WRITING.includes(verb)),
    );
    if (!rule) return pass();
    return fail({ en: `${role.name} may change who enters the cluster`, ja: `${role.name} がクラスターへの入場許可を変更できます` });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: orders-operator
  namespace: kube-system
rules:
  - apiGroups: ['']
    resources: [configmaps]
    verbs: [update]
    resourceNames: [aws-auth]`,
      terraform: `resource "kubernetes_role_v1" "orders" {
  metadata {
    name = "orders-operator"
    namespace = "kube-system"
  }
  rule {
    api_groups = [""]
    resources = ["configmaps"]
    verbs = ["update"]
    resource_names = ["aws-auth"]
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
    verbs: [get]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["configmaps"]
    verbs = ["get"]
  }
}`,
    }),
  ],
});
