/** Recreate ends all pods before the new ones start: every release is an outage, a bad one until somebody acts. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Deployments replace their pods one after another',
    ja: 'Deployment は Pod を順に置き換える',
  },
  severity: 'info',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Recreate ends all pods before the new ones start: every release is an outage, a bad one until somebody acts.',
    ja: 'Recreate は新しい Pod の開始前にすべての Pod を終了するため、リリースのたびに停止が発生します。',
  },
  fix: {
    summary: {
      en: 'Set strategy.type to RollingUpdate.',
      ja: 'strategy.type を RollingUpdate にしてください。',
    },
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
  },
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy'],
  equivalents: ['kubescape:C-0305'],
  evaluate(pod) {
    if (pod.strategy !== 'Recreate') return pass();
    return fail({
      en: `Deployment ${pod.name} ends all pods before it starts new ones`,
      ja: `Deployment ${pod.name} は新しい Pod を開始する前にすべての Pod を終了します`,
    });
  },
  examples: [
    fails('Recreate', {
      kubernetes: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
spec:
  strategy:
    type: Recreate
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
    strategy {
      type = "Recreate"
    }
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
    passes('the default', {
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
