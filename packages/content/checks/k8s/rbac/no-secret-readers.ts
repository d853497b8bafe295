/** A program that reads every Secret has, once broken into, the rights of all programs. */
import { READING, defineCheck, fail, fails, find, pass, passes, ruleThatGrants } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Programs do not read all Secrets',
    ja: 'プログラムはすべての Secret を読まない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.binding',
  why: {
    en: 'A program that reads every Secret has, once broken into, the rights of all programs.',
    ja: '全 Secret を読めるプログラムが侵害されると、すべてのプログラムの権限が奪われます。',
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
  equivalents: ['CKV2_K8S_5'],
  evaluate(binding) {
    if (!binding.hasRoleHere) return pass();
    const subject = find(binding.subjects, ({ kind, label }) => kind === 'ServiceAccount' || label.startsWith('system:node'));
    if (!subject) return pass();
    const rule = ruleThatGrants(binding.role, { verbs: READING, resources: ['secrets'], group: '' });
    if (!rule) return pass();
    return fail({
      en: `${binding.name} lets a program read all Secrets`,
      ja: `${binding.name} によりプログラムがすべての Secret を読めます`,
    });
  },
  examples: [
    fails('a service account', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['']
    resources: [secrets]
    verbs: [get, list, watch]
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
    resources = ["secrets"]
    verbs = ["get", "list", "watch"]
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
    resources: [secrets]
    verbs: [get, list, watch]
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
    resources = ["secrets"]
    verbs = ["get", "list", "watch"]
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
