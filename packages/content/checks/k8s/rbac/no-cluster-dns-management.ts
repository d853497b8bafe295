/** With the config map of CoreDNS one answers every name that pods ask for. */
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
    en: 'Roles do not change the DNS of the cluster',
    ja: 'ロールはクラスターの DNS を変更しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'With the config map of CoreDNS one answers every name that pods ask for.',
    ja: 'CoreDNS の ConfigMap を変更できると、Pod が問い合わせるあらゆる名前に偽の応答を返せます。',
  },
  fix: {
    summary: {
      en: 'Remove the verbs that change the config map coredns.',
      ja: 'ConfigMap coredns を変更する動詞を外してください。',
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
  equivalents: ['kubescape:C-0037'],
  evaluate(role) {
    if (ruleForEverything(role)) return notApplicable(allowsEverything);
    const rule = find(
      role.rules,
      (rule) =>
        any(rule.resources, (resource) => resource === 'configmaps') &&
        any(rule.resourceNames, (each) => each === 'coredns') &&
        any(rule.verbs, (verb) => verb === '*' || WRITING.includes(verb)),
    );
    if (!rule) return pass();
    return fail({ en: `${role.name} may change the DNS of the cluster`, ja: `${role.name} がクラスターの DNS を変更できます` });
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
    resourceNames: [coredns]`,
      terraform: `resource "kubernetes_role_v1" "orders" {
  metadata {
    name = "orders-operator"
    namespace = "kube-system"
  }
  rule {
    api_groups = [""]
    resources = ["configmaps"]
    verbs = ["update"]
    resource_names = ["coredns"]
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
