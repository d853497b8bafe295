/** SSH inside of a pod is a second way in, past the API server, its authentication and its audit log. */
import { any, defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'No service leads to SSH in a pod',
    ja: 'Service から Pod の SSH に到達できない',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'SSH inside of a pod is a second way in, past the API server, its authentication and its audit log.',
    ja: 'Pod 内の SSH は、API サーバーの認証と監査ログを通らないもう一つの入口になります。',
  },
  fix: {
    summary: {
      en: 'Remove the port from the service and use kubectl exec where it is needed.',
      ja: 'Service からポートを削除し、必要な場合は kubectl exec を使ってください。',
    },
    kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  type: ClusterIP
  selector:
    app: orders
  ports:
    - port: 80
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    type     = "ClusterIP"
    selector = { app = "orders" }
    port {
      port = 80
    }
  }
}
resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders-api"
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
        container {
          name = "api"
          image = "registry.example.com/orders/api:1.4.2"
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/'],
  equivalents: ['kubescape:C-0042'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const isSsh = (port: string | number | undefined): boolean => port === 22 || port === 2222 || port === '22' || port === '2222';
    const open = find(pod.services, (service) => any(service.ports, (port) => isSsh(port.target ?? port.number)));
    if (!open) return pass();
    return fail({ en: `A service leads to SSH in the pods of ${pod.name}`, ja: `${pod.name} の Pod の SSH に Service から到達できます` });
  },
  examples: [
    fails('port 22', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  type: ClusterIP
  selector:
    app: orders
  ports:
    - port: 22
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    type     = "ClusterIP"
    selector = { app = "orders" }
    port {
      port = 22
    }
  }
}
resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders-api"
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
        container {
          name = "api"
          image = "registry.example.com/orders/api:1.4.2"
        }
      }
    }
  }
}`,
    }),
    fails('another port leads there', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  type: ClusterIP
  selector:
    app: orders
  ports:
    - port: 8022
      targetPort: 22
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    type     = "ClusterIP"
    selector = { app = "orders" }
    port {
      port = 8022
      target_port = 22
    }
  }
}
resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders-api"
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
        container {
          name = "api"
          image = "registry.example.com/orders/api:1.4.2"
        }
      }
    }
  }
}`,
    }),
    passes('another port', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  type: ClusterIP
  selector:
    app: orders
  ports:
    - port: 80
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    type     = "ClusterIP"
    selector = { app = "orders" }
    port {
      port = 80
    }
  }
}
resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders-api"
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
        container {
          name = "api"
          image = "registry.example.com/orders/api:1.4.2"
        }
      }
    }
  }
}`,
    }),
  ],
});
