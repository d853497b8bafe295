/** Who changes workloads runs code of his choice with their service accounts and Secrets. */
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
    en: 'Roles do not change workloads',
    ja: 'ロールはワークロードを変更しない',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'Who changes workloads runs code of his choice with their service accounts and Secrets.',
    ja: 'ワークロードを変更できる者は、そのサービスアカウントと Secret で任意のコードを実行できます。',
  },
  fix: {
    summary: {
      en: 'Give the right to change workloads to deployment tools only.',
      ja: 'ワークロードの変更権限はデプロイツールに限定してください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get]`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["apps"]
    resources = ["deployments"]
    verbs = ["get"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['AVD-KSV-0048', 'KSV048'],
  evaluate(role) {
    if (ruleForEverything(role)) return notApplicable(allowsEverything);
    const rule = ruleThatGrants(role, {
      verbs: ['create', 'update', 'patch', 'delete'],
      resources: ['deployments', 'daemonsets', 'statefulsets', 'replicasets'],
      group: 'apps',
    });
    if (!rule) return pass();
    return fail({ en: `${role.name} may change workloads`, ja: `${role.name} がワークロードを変更できます` });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [update]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["apps"]
    resources = ["deployments"]
    verbs = ["update"]
  }
}`,
    }),
    passes('another right', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["apps"]
    resources = ["deployments"]
    verbs = ["get"]
  }
}`,
    }),
  ],
});
