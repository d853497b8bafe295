/** A program that impersonates is, once broken into, whoever the attacker wants to be. */
import { defineCheck, fail, fails, find, pass, passes, ruleThatGrants } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Programs do not impersonate others',
    ja: 'プログラムは他者になりすまさない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.binding',
  why: {
    en: 'A program that impersonates is, once broken into, whoever the attacker wants to be.',
    ja: 'なりすましのできるプログラムが侵害されると、攻撃者は誰にでもなれます。',
  },
  fix: {
    summary: {
      en: 'Take the right out of the role, or bind a person instead of a program.',
      ja: 'ロールから権限を外すか、プログラムではなく人に割り当ててください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [configmaps]
    verbs: [get, list]
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
  - kind: ServiceAccount
    name: orders
    namespace: orders`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["configmaps"]
    verbs = ["get", "list"]
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
    kind = "ServiceAccount"
    name = "orders"
    namespace = "orders"
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['CKV2_K8S_3'],
  evaluate(binding) {
    if (!binding.hasRoleHere) return pass();
    const subject = find(binding.subjects, ({ kind, label }) => kind === 'ServiceAccount' || label.startsWith('system:node'));
    if (!subject) return pass();
    const rule = ruleThatGrants(binding.role, { verbs: ['impersonate'], resources: ['users', 'groups', 'serviceaccounts'], group: '' });
    if (!rule) return pass();
    return fail({ en: `${binding.name} lets a program impersonate others`, ja: `${binding.name} によりプログラムが他者になりすませます` });
  },
  examples: [
    fails('a service account', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [users]
    verbs: [impersonate]
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
  - kind: ServiceAccount
    name: orders
    namespace: orders`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["users"]
    verbs = ["impersonate"]
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
    kind = "ServiceAccount"
    name = "orders"
    namespace = "orders"
  }
}`,
    }),
    passes('a role that does less', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [configmaps]
    verbs: [get, list]
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
  - kind: ServiceAccount
    name: orders
    namespace: orders`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["configmaps"]
    verbs = ["get", "list"]
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
    kind = "ServiceAccount"
    name = "orders"
    namespace = "orders"
  }
}`,
    }),
    passes('a person', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [users]
    verbs: [impersonate]
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
  - kind: User
    name: alice
    apiGroup: rbac.authorization.k8s.io`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = [""]
    resources = ["users"]
    verbs = ["impersonate"]
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
    kind = "User"
    name = "alice"
    api_group = "rbac.authorization.k8s.io"
  }
}`,
    }),
  ],
});
