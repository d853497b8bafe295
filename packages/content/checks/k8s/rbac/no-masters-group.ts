/** Members of system:masters pass every check of RBAC, and no binding can take that away. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Nobody is bound through system:masters',
    ja: 'system:masters グループを使わない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.binding',
  why: {
    en: 'Members of system:masters pass every check of RBAC, and no binding can take that away.',
    ja: 'system:masters のメンバーは RBAC のすべての確認を通過し、バインディングでは取り消せません。',
  },
  fix: {
    summary: {
      en: 'Bind a group of your own to the role that is needed.',
      ja: '独自のグループに必要なロールを割り当ててください。',
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
  - kind: Group
    name: operators
    apiGroup: rbac.authorization.k8s.io`,
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
    kind = "Group"
    name = "operators"
    api_group = "rbac.authorization.k8s.io"
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['AVD-KSV-0123', 'KSV123'],
  evaluate(binding) {
    if (binding.labels.get('kubernetes.io/bootstrapping') === 'rbac-defaults') return pass();
    const subject = find(binding.subjects, ({ kind, label }) => kind === 'Group' && label === 'system:masters');
    if (!subject) return pass();
    return fail({ en: `${binding.name} names the group system:masters`, ja: `${binding.name} が system:masters グループを指定しています` });
  },
  examples: [
    fails('the group', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: Group
    name: system:masters
    apiGroup: rbac.authorization.k8s.io`,
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
    kind = "Group"
    name = "system:masters"
    api_group = "rbac.authorization.k8s.io"
  }
}`,
    }),
    passes('another group', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: Group
    name: operators
    apiGroup: rbac.authorization.k8s.io`,
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
    kind = "Group"
    name = "operators"
    api_group = "rbac.authorization.k8s.io"
  }
}`,
    }),
  ],
});
