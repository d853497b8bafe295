/** ingress-nginx gets no fixes since March 2026, and it stands in front of everything else. */
import { defineCheck, fail, fails, find, labelOf, parseImage, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'No pod runs the retired controller ingress-nginx',
    ja: 'サポートの終了した ingress-nginx を動作させない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'ingress-nginx gets no fixes since March 2026, and it stands in front of everything else.',
    ja: 'ingress-nginx は 2026 年 3 月以降修正が提供されておらず、しかもすべての手前に立つ部品です。',
  },
  fix: {
    summary: {
      en: 'Move to the Gateway API or to a controller that is looked after.',
      ja: 'Gateway API または保守されているコントローラーに移行してください。',
    },
    kubernetes: `apiVersion: apps/v1
kind: DaemonSet
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
        - name: controller
          image: registry.example.com/traefik/traefik:v3.2`,
    terraform: `resource "kubernetes_daemon_set_v1" "orders" {
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
          name = "controller"
          image = "registry.example.com/traefik/traefik:v3.2"
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/'],
  equivalents: ['kubescape:C-0292'],
  evaluate(pod) {
    const found = find(pod.containers, (container) =>
      /(?:^|\/)(?:ingress-nginx\/controller|nginx-ingress-controller)(?:-chroot)?$/.test(parseImage(container.image ?? '').repository),
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} runs ingress-nginx, which gets no fixes any more`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が、修正の提供が終了した ingress-nginx を実行しています`,
    });
  },
  examples: [
    fails('its image', {
      kubernetes: `apiVersion: apps/v1
kind: DaemonSet
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
        - name: controller
          image: registry.example.com/ingress-nginx/controller:v1.11.2`,
      terraform: `resource "kubernetes_daemon_set_v1" "orders" {
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
          name = "controller"
          image = "registry.example.com/ingress-nginx/controller:v1.11.2"
        }
      }
    }
  }
}`,
    }),
    passes('another controller', {
      kubernetes: `apiVersion: apps/v1
kind: DaemonSet
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
        - name: controller
          image: registry.example.com/traefik/traefik:v3.2`,
      terraform: `resource "kubernetes_daemon_set_v1" "orders" {
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
          name = "controller"
          image = "registry.example.com/traefik/traefik:v3.2"
        }
      }
    }
  }
}`,
    }),
  ],
});
