/** Whoever breaks into a pod of the workload owns the whole cluster through its token. */
import { defineCheck, fail, fails, find, pass, passes, ruleForEverything, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Workloads are no administrators of the cluster',
    ja: 'ワークロードをクラスター管理者にしない',
  },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Whoever breaks into a pod of the workload owns the whole cluster through its token.',
    ja: 'ワークロードの Pod に侵入した者は、そのトークンでクラスター全体を支配できます。',
  },
  fix: {
    summary: {
      en: 'Bind the service account to a role with the rights that the program needs.',
      ja: 'サービスアカウントには、プログラムに必要な権限だけを持つロールを割り当ててください。',
    },
    kubernetes: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
  namespace: orders
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
      serviceAccountName: orders
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2
---
apiVersion: rbac.authorization.k8s.io/v1
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
    terraform: `resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders-api"
    namespace = "orders"
  }
  spec {
    selector {
      match_labels = { app = "orders" }
    }
    template {
      metadata {
        labels = { app = "orders" }
      }
      spec {
        service_account_name = "orders"
        container {
          name = "api"
          image = "registry.example.com/orders/api:1.4.2"
        }
      }
    }
  }
}
resource "kubernetes_cluster_role_binding_v1" "orders" {
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
  equivalents: ['kubescape:C-0272'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const binding = find(
      pod.bindings,
      (each) =>
        each.isClusterWide && (each.roleName === 'cluster-admin' || (each.hasRoleHere && ruleForEverything(each.role) !== undefined)),
    );
    if (!binding) return pass();
    const role = shown(() => binding.roleName) ?? '?';
    return fail({
      en: `The pods of ${pod.name} administer the whole cluster through the role ${role}`,
      ja: `${pod.name} の Pod がロール ${role} によってクラスター全体を管理できます`,
    });
  },
  examples: [
    fails('cluster-admin', {
      kubernetes: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
  namespace: orders
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
      serviceAccountName: orders
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2
---
apiVersion: rbac.authorization.k8s.io/v1
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
      terraform: `resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders-api"
    namespace = "orders"
  }
  spec {
    selector {
      match_labels = { app = "orders" }
    }
    template {
      metadata {
        labels = { app = "orders" }
      }
      spec {
        service_account_name = "orders"
        container {
          name = "api"
          image = "registry.example.com/orders/api:1.4.2"
        }
      }
    }
  }
}
resource "kubernetes_cluster_role_binding_v1" "orders" {
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
    fails('a role that allows everything', {
      kubernetes: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
  namespace: orders
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
      serviceAccountName: orders
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2
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
    namespace: orders
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: ['*']
    resources: ['*']
    verbs: ['*']`,
      terraform: `resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders-api"
    namespace = "orders"
  }
  spec {
    selector {
      match_labels = { app = "orders" }
    }
    template {
      metadata {
        labels = { app = "orders" }
      }
      spec {
        service_account_name = "orders"
        container {
          name = "api"
          image = "registry.example.com/orders/api:1.4.2"
        }
      }
    }
  }
}
resource "kubernetes_cluster_role_binding_v1" "orders" {
  metadata {
    name = "orders"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind = "ClusterRole"
    name = kubernetes_cluster_role_v1.operator.metadata[0].name
  }
  subject {
    kind = "ServiceAccount"
    name = "orders"
    namespace = "orders"
  }
}
resource "kubernetes_cluster_role_v1" "operator" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["*"]
    resources = ["*"]
    verbs = ["*"]
  }
}`,
    }),
    passes('a small role', {
      kubernetes: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
  namespace: orders
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
      serviceAccountName: orders
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2
---
apiVersion: rbac.authorization.k8s.io/v1
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
      terraform: `resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders-api"
    namespace = "orders"
  }
  spec {
    selector {
      match_labels = { app = "orders" }
    }
    template {
      metadata {
        labels = { app = "orders" }
      }
      spec {
        service_account_name = "orders"
        container {
          name = "api"
          image = "registry.example.com/orders/api:1.4.2"
        }
      }
    }
  }
}
resource "kubernetes_cluster_role_binding_v1" "orders" {
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
    passes('the role of somebody else', {
      kubernetes: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
  namespace: orders
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
      serviceAccountName: orders
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: orders
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
  - kind: ServiceAccount
    name: billing
    namespace: orders`,
      terraform: `resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders-api"
    namespace = "orders"
  }
  spec {
    selector {
      match_labels = { app = "orders" }
    }
    template {
      metadata {
        labels = { app = "orders" }
      }
      spec {
        service_account_name = "orders"
        container {
          name = "api"
          image = "registry.example.com/orders/api:1.4.2"
        }
      }
    }
  }
}
resource "kubernetes_cluster_role_binding_v1" "orders" {
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
    name = "billing"
    namespace = "orders"
  }
}`,
    }),
  ],
});
