/** admin and edit read Secrets and run pods with any service account of the namespace. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Administrative roles are not given to programs',
    ja: '管理者ロールをプログラムに与えない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.binding',
  why: {
    en: 'admin and edit read Secrets and run pods with any service account of the namespace.',
    ja: 'admin と edit は Secret を読み、名前空間内の任意のサービスアカウントで Pod を実行できます。',
  },
  fix: {
    summary: {
      en: 'Bind a role with the rights that the program needs.',
      ja: 'プログラムに必要な権限だけのロールを割り当ててください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: orders
  namespace: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
subjects:
  - kind: User
    name: alice
    apiGroup: rbac.authorization.k8s.io`,
    terraform: `resource "kubernetes_role_binding_v1" "orders" {
  metadata {
    name = "orders"
    namespace = "orders"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind = "ClusterRole"
    name = "edit"
  }
  subject {
    kind = "User"
    name = "alice"
    api_group = "rbac.authorization.k8s.io"
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['kubescape:C-0035'],
  evaluate(binding) {
    if (!['cluster-admin', 'admin', 'edit'].includes(binding.roleName)) return pass();
    const subject = find(binding.subjects, ({ kind }) => kind === 'ServiceAccount');
    if (!subject) return pass();
    return fail({
      en: `${binding.name} gives the role ${binding.roleName} to a service account`,
      ja: `${binding.name} がサービスアカウントにロール ${binding.roleName} を与えています`,
    });
  },
  examples: [
    fails('edit for a program', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: orders
  namespace: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
subjects:
  - kind: ServiceAccount
    name: orders
    namespace: orders`,
      terraform: `resource "kubernetes_role_binding_v1" "orders" {
  metadata {
    name = "orders"
    namespace = "orders"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind = "ClusterRole"
    name = "edit"
  }
  subject {
    kind = "ServiceAccount"
    name = "orders"
    namespace = "orders"
  }
}`,
    }),
    passes('a person', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: orders
  namespace: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
subjects:
  - kind: User
    name: alice
    apiGroup: rbac.authorization.k8s.io`,
      terraform: `resource "kubernetes_role_binding_v1" "orders" {
  metadata {
    name = "orders"
    namespace = "orders"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind = "ClusterRole"
    name = "edit"
  }
  subject {
    kind = "User"
    name = "alice"
    api_group = "rbac.authorization.k8s.io"
  }
}`,
    }),
    passes('a small role', {
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
