/** nodes/proxy talks to the kubelets directly: commands in every container, no audit log, no admission. */
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
    en: 'Roles do not reach kubelets through the API server',
    ja: 'ロールは API サーバー経由で kubelet に到達しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'nodes/proxy talks to the kubelets directly: commands in every container, no audit log, no admission.',
    ja: 'nodes/proxy は kubelet と直接通信し、監査もアドミッションもなしに全コンテナーでコマンドを実行できます。',
  },
  fix: {
    summary: {
      en: 'Remove nodes/proxy from the rule; metrics need nodes/metrics only.',
      ja: 'ルールから nodes/proxy を外してください。メトリクスには nodes/metrics で足ります。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [nodes/metrics]
    verbs: [get]`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["nodes/metrics"]
    verbs = ["get"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['AVD-KSV-0047', 'KSV047', 'kubescape:C-0279'],
  evaluate(role) {
    if (ruleForEverything(role)) return notApplicable(allowsEverything);
    const rule = ruleThatGrants(role, {
      verbs: ['get', 'create'],
      resources: ['nodes/proxy'],
      group: '',
    });
    if (!rule) return pass();
    return fail({ en: `${role.name} may use the proxy of nodes`, ja: `${role.name} がノードの proxy を使えます` });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [nodes/proxy]
    verbs: [get]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["nodes/proxy"]
    verbs = ["get"]
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
    resources: [nodes/metrics]
    verbs: [get]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["nodes/metrics"]
    verbs = ["get"]
  }
}`,
    }),
  ],
});
