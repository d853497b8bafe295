/** Dashboards of Argo, Jenkins, Kubeflow and the like run jobs for whoever reaches them; open ones are searched for all the time. */
import { defineCheck, fail, fails, find, imageName, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Administration interfaces are not open outside of the cluster',
    ja: '管理画面をクラスターの外に公開しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Dashboards of Argo, Jenkins, Kubeflow and the like run jobs for whoever reaches them; open ones are searched for all the time.',
    ja: 'Argo、Jenkins、Kubeflow などの管理画面は、到達した者のジョブを実行します。公開されたものは常に探索されています。',
  },
  fix: {
    summary: {
      en: 'Make the service a ClusterIP and reach the interface through a proxy that authenticates.',
      ja: 'Service を ClusterIP にし、認証プロキシー経由で利用してください。',
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
          image: registry.example.com/jenkins/jenkins:2.479`,
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
          image = "registry.example.com/jenkins/jenkins:2.479"
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/'],
  equivalents: ['kubescape:C-0021'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const program = find(pod.containers, (container) => SENSITIVE.test(imageName(container.image ?? '')));
    if (!program) return pass();
    const open = find(pod.services, (service) => service.type === 'LoadBalancer' || service.type === 'NodePort');
    if (!open) return pass();
    return fail({
      en: `A service offers the administration interface of ${pod.name} outside of the cluster`,
      ja: `${pod.name} の管理画面が Service によってクラスターの外に公開されています`,
    });
  },
  examples: [
    fails('Jenkins behind a load balancer', {
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
          image: registry.example.com/jenkins/jenkins:2.479`,
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
          image = "registry.example.com/jenkins/jenkins:2.479"
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
          image: registry.example.com/jenkins/jenkins:2.479`,
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
          image = "registry.example.com/jenkins/jenkins:2.479"
        }
      }
    }
  }
}`,
    }),
    passes('another program', {
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
  ],
});

/** Programs that run jobs or show data for whoever reaches them. */
const SENSITIVE =
  /^(?:argo-server|argocli|argocd|workflow-controller|jenkins|kubeflow.*|centraldashboard|dashboard|weave-?scope|scope|nifi|prometheus|grafana|airflow|jupyter.*|notebook.*|zeppelin|rstudio|vllm.*|ollama|ray|mlflow)$/;
