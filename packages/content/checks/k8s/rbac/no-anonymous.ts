/** system:anonymous and system:unauthenticated are everybody who reaches the API server. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Nobody without credentials has a role',
    ja: '認証されていない者にロールを与えない',
  },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.rbac.binding',
  why: {
    en: 'system:anonymous and system:unauthenticated are everybody who reaches the API server.',
    ja: 'system:anonymous と system:unauthenticated は、API サーバーに到達できるすべての人です。',
  },
  fix: {
    summary: {
      en: 'Remove the subject from the binding.',
      ja: 'バインディングから該当の対象を削除してください。',
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
  - kind: User
    name: alice
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
    kind = "User"
    name = "alice"
    api_group = "rbac.authorization.k8s.io"
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['kubescape:C-0262', 'AVD-KSV-0122', 'KSV122'],
  evaluate(binding) {
    const subject = find(
      binding.subjects,
      ({ kind, label }) => (kind === 'User' && label === 'system:anonymous') || (kind === 'Group' && label === 'system:unauthenticated'),
    );
    if (!subject) return pass();
    return fail({
      en: `${binding.name} gives a role to everybody without credentials`,
      ja: `${binding.name} が認証されていないすべての人にロールを与えています`,
    });
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
    name: system:unauthenticated
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
    name = "system:unauthenticated"
    api_group = "rbac.authorization.k8s.io"
  }
}`,
    }),
    fails('the user', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: User
    name: system:anonymous
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
    kind = "User"
    name = "system:anonymous"
    api_group = "rbac.authorization.k8s.io"
  }
}`,
    }),
    passes('a person', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: User
    name: alice
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
    kind = "User"
    name = "alice"
    api_group = "rbac.authorization.k8s.io"
  }
}`,
    }),
  ],
});
