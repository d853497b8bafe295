/** Who creates pods runs them with any service account of the namespace and mounts any of its Secrets. */
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
    en: 'Roles do not create pods',
    ja: 'ロールは Pod を作成しない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'Who creates pods runs them with any service account of the namespace and mounts any of its Secrets.',
    ja: 'Pod を作成できる者は、名前空間内の任意のサービスアカウントで実行し、任意の Secret をマウントできます。',
  },
  fix: {
    summary: {
      en: 'Let controllers create pods; remove the verb create.',
      ja: 'Pod の作成はコントローラーに任せ、create を外してください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [pods]
    verbs: [get]`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["pods"]
    verbs = ["get"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['kubescape:C-0188'],
  evaluate(role) {
    if (ruleForEverything(role)) return notApplicable(allowsEverything);
    const rule = ruleThatGrants(role, {
      verbs: ['create'],
      resources: ['pods'],
      group: '',
    });
    if (!rule) return pass();
    return fail({ en: `${role.name} may create pods`, ja: `${role.name} が Pod を作成できます` });
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
    verbs: [create]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["pods"]
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
    resources: [pods]
    verbs: [get]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["pods"]
    verbs = ["get"]
  }
}`,
    }),
  ],
});
