/** Every pod that names no account runs as default, and so with the role. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Roles are not given to default service accounts',
    ja: 'default サービスアカウントにロールを与えない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.binding',
  why: {
    en: 'Every pod that names no account runs as default, and so with the role.',
    ja: 'アカウントを指定しないすべての Pod が default で動作し、このロールを持ってしまいます。',
  },
  fix: {
    summary: {
      en: 'Make a service account for the program and bind that.',
      ja: 'プログラム専用のサービスアカウントを作り、そちらに割り当ててください。',
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
  equivalents: ['CKV_K8S_42', 'kubescape:C-0239', 'kubescape:C-0189'],
  evaluate(binding) {
    if (binding.labels.get('kubernetes.io/bootstrapping') === 'rbac-defaults') return pass();
    const subject = find(binding.subjects, ({ kind, label }) => kind === 'ServiceAccount' && label === 'default');
    if (!subject) return pass();
    return fail({
      en: `${binding.name} gives a role to a default service account`,
      ja: `${binding.name} が default サービスアカウントにロールを与えています`,
    });
  },
  examples: [
    fails('the default one', {
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
    name: default
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
    name = "default"
    namespace = "orders"
  }
}`,
    }),
    passes('one of its own', {
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
    passes('Kubernetes made the binding', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: orders
  labels:
    kubernetes.io/bootstrapping: rbac-defaults
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: ServiceAccount
    name: default
    namespace: orders`,
      terraform: `resource "kubernetes_cluster_role_binding_v1" "orders" {
  metadata {
    name = "orders"
    labels = { "kubernetes.io/bootstrapping" = "rbac-defaults" }
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind = "ClusterRole"
    name = "view"
  }
  subject {
    kind = "ServiceAccount"
    name = "default"
    namespace = "orders"
  }
}`,
    }),
  ],
});
