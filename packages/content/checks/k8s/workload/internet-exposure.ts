/** A load balancer, a node port or an ingress carries requests of strangers to the pods; each such way should be meant. */
import { anyOf, defineCheck, fail, fails, find, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods are not offered to the internet by their service',
    ja: 'Pod は Service によってインターネットに公開されない',
  },
  severity: 'info',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A load balancer, a node port or an ingress carries requests of strangers to the pods; each such way should be meant.',
    ja: 'ロードバランサー・ノードポート・Ingress は外部からの要求を Pod に届けます。意図した公開だけにするべきです。',
  },
  fix: {
    summary: {
      en: 'Offer only what must be public: use ClusterIP services inside of the cluster and limit load balancers to known clients.',
      ja: '公開が必要なものだけを公開し、クラスター内では ClusterIP を使い、ロードバランサーの接続元を制限してください。',
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
  equivalents: ['kubescape:C-0256'],
  evaluate(pod) {
    const open = find(pod.services, (service) =>
      anyOf(
        () => service.type === 'LoadBalancer' || service.type === 'NodePort',
        () => service.isBehindIngress,
      ),
    );
    if (!open) return pass();
    const type = shown(() => open.type) ?? 'Service';
    return fail({
      en: `A ${type} service${open.isBehindIngress ? ' behind an ingress' : ''} offers the pods of ${pod.name} to clients outside of the cluster`,
      ja: `${type} の Service が ${pod.name} の Pod をクラスターの外に公開しています`,
    });
  },
  examples: [
    fails('a load balancer', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  type: LoadBalancer
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
    type     = "LoadBalancer"
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
    fails('a node port', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  type: NodePort
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
    type     = "NodePort"
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
    passes('inside of the cluster', {
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
    passes('no service at all', {
      kubernetes: `apiVersion: apps/v1
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
      terraform: `resource "kubernetes_deployment_v1" "orders" {
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
