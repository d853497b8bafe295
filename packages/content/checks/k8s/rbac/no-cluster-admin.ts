/** cluster-admin may do everything everywhere; a program or team nearly always needs less. */
import { defineCheck, fail, fails, find, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Nobody is bound to cluster-admin',
    ja: 'cluster-admin を誰にも割り当てない',
  },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.rbac.binding',
  why: {
    en: 'cluster-admin may do everything everywhere; a program or team nearly always needs less.',
    ja: 'cluster-admin はあらゆる場所であらゆることができます。プログラムやチームに必要な権限はほとんどの場合もっと小さいものです。',
  },
  fix: {
    summary: {
      en: 'Bind a role with the rights that are needed.',
      ja: '必要な権限だけを持つロールを割り当ててください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: ServiceAccount
    name: orders
    namespace: orders`,
    terraform: `resource "kubernetes_cluster_role_binding_v1" "orders" {
  metadata {
    name = "orders"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind = "ClusterRole"
    name = "view"
  }
  subject {
    kind = "ServiceAccount"
    name = "orders"
    namespace = "orders"
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['AVD-KSV-0111', 'KSV111', 'kubescape:C-0185'],
  evaluate(binding) {
    if (binding.roleName !== 'cluster-admin') return pass();
    const subject = find(binding.subjects, ({ label }) => label !== 'system:masters');
    if (!subject) return pass();
    const who = shown(() => subject.label) ?? '?';
    return fail({
      en: `${binding.name} makes ${who} an administrator of the cluster`,
      ja: `${binding.name} が ${who} をクラスター管理者にしています`,
    });
  },
  examples: [
    fails('a service account', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
  - kind: ServiceAccount
    name: orders
    namespace: orders`,
      terraform: `resource "kubernetes_cluster_role_binding_v1" "orders" {
  metadata {
    name = "orders"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind = "ClusterRole"
    name = "cluster-admin"
  }
  subject {
    kind = "ServiceAccount"
    name = "orders"
    namespace = "orders"
  }
}`,
    }),
    passes('another role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: ServiceAccount
    name: orders
    namespace: orders`,
      terraform: `resource "kubernetes_cluster_role_binding_v1" "orders" {
  metadata {
    name = "orders"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind = "ClusterRole"
    name = "view"
  }
  subject {
    kind = "ServiceAccount"
    name = "orders"
    namespace = "orders"
  }
}`,
    }),
  ],
});
