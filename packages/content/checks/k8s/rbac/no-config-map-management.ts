/** Config maps steer programs: names of hosts, switches, and in kube-system the DNS of the cluster. */
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
    en: 'Roles do not change config maps',
    ja: 'ロールは ConfigMap を変更しない',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'Config maps steer programs: names of hosts, switches, and in kube-system the DNS of the cluster.',
    ja: 'ConfigMap は、ホスト名や設定、kube-system ではクラスターの DNS など、プログラムの動作を左右します。',
  },
  fix: {
    summary: {
      en: 'Name the config maps in resourceNames, or remove the verbs that change them.',
      ja: 'resourceNames で ConfigMap を限定するか、変更の動詞を外してください。',
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
  equivalents: ['AVD-KSV-0049', 'KSV049'],
  evaluate(role) {
    if (ruleForEverything(role)) return notApplicable(allowsEverything);
    const rule = ruleThatGrants(role, {
      verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'],
      resources: ['configmaps'],
      group: '',
    });
    if (!rule) return pass();
    return fail({ en: `${role.name} may change config maps`, ja: `${role.name} が ConfigMap を変更できます` });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [configmaps]
    verbs: [update]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["configmaps"]
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
