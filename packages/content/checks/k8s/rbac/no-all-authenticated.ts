/** system:authenticated are all users and all service accounts, of every namespace and every tenant. */
import { READING, type Verdict, WRITING, any, anyOf, defineCheck, fail, fails, find, pass, passes, ruleThatGrants } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Not everybody who is authenticated has a strong role',
    ja: '認証済みの全員に強いロールを与えない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.binding',
  why: {
    en: 'system:authenticated are all users and all service accounts, of every namespace and every tenant.',
    ja: 'system:authenticated には、全名前空間・全テナントのユーザーとサービスアカウントが含まれます。',
  },
  fix: {
    summary: {
      en: 'Bind a group of your own, or a role that reads harmless things only.',
      ja: '独自のグループに割り当てるか、無害な情報だけを読むロールにしてください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: system:basic-user
subjects:
  - kind: Group
    name: system:authenticated
    apiGroup: rbac.authorization.k8s.io`,
    terraform: `resource "kubernetes_cluster_role_binding_v1" "orders" {
  metadata {
    name = "orders"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind = "ClusterRole"
    name = "system:basic-user"
  }
  subject {
    kind = "Group"
    name = "system:authenticated"
    api_group = "rbac.authorization.k8s.io"
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['kubescape:C-0265', 'AVD-KSV-0124', 'KSV124'],
  evaluate(binding) {
    const subject = find(
      binding.subjects,
      ({ kind, label }) => kind === 'Group' && (label === 'system:authenticated' || label === 'system:serviceaccounts'),
    );
    if (!subject) return pass();
    if (['cluster-admin', 'admin', 'edit'].includes(binding.roleName)) return strong(binding);
    if (!binding.hasRoleHere) return pass();
    return anyOf(
      () => ruleThatGrants(binding.role, { verbs: READING, resources: ['secrets'], group: '' }) !== undefined,
      () => any(binding.role.rules, (rule) => any(rule.verbs, (verb) => verb === '*' || WRITING.includes(verb))),
    )
      ? strong(binding)
      : pass();
  },
  examples: [
    fails('edit for everybody', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
subjects:
  - kind: Group
    name: system:authenticated
    apiGroup: rbac.authorization.k8s.io`,
      terraform: `resource "kubernetes_cluster_role_binding_v1" "orders" {
  metadata {
    name = "orders"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind = "ClusterRole"
    name = "edit"
  }
  subject {
    kind = "Group"
    name = "system:authenticated"
    api_group = "rbac.authorization.k8s.io"
  }
}`,
    }),
    fails('a role that writes', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [pods]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: orders-operator
subjects:
  - kind: Group
    name: system:authenticated
    apiGroup: rbac.authorization.k8s.io`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["pods"]
    verbs = ["create"]
  }
}
resource "kubernetes_cluster_role_binding_v1" "orders" {
  metadata {
    name = "orders"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind = "ClusterRole"
    name = kubernetes_cluster_role_v1.orders.metadata[0].name
  }
  subject {
    kind = "Group"
    name = "system:authenticated"
    api_group = "rbac.authorization.k8s.io"
  }
}`,
    }),
    passes('a role that reads', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: system:basic-user
subjects:
  - kind: Group
    name: system:authenticated
    apiGroup: rbac.authorization.k8s.io`,
      terraform: `resource "kubernetes_cluster_role_binding_v1" "orders" {
  metadata {
    name = "orders"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind = "ClusterRole"
    name = "system:basic-user"
  }
  subject {
    kind = "Group"
    name = "system:authenticated"
    api_group = "rbac.authorization.k8s.io"
  }
}`,
    }),
  ],
});

function strong({ name }: { readonly name: string }): Verdict {
  return fail({
    en: `${name} gives a strong role to everybody who is authenticated`,
    ja: `${name} が認証済みの全員に強いロールを与えています`,
  });
}
