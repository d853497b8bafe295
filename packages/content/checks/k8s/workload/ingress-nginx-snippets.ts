/** Up to 0.49.0 and in 1.0.0 whoever may write an Ingress reads all Secrets of the cluster through a snippet annotation. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'ingress-nginx is not vulnerable to injected snippets (CVE-2021-25742)',
    ja: 'ingress-nginx はスニペット注入の脆弱性 (CVE-2021-25742) を持たない',
  },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Up to 0.49.0 and in 1.0.0 whoever may write an Ingress reads all Secrets of the cluster through a snippet annotation.',
    ja: '0.49.0 以前および 1.0.0 では、Ingress を作成できる者がスニペットのアノテーションを通じてクラスターの全 Secret を読めます。',
  },
  fix: {
    summary: {
      en: 'Run 0.49.1, 1.0.1 or later and set allow-snippet-annotations to false.',
      ja: '0.49.1、1.0.1 以降を使い、allow-snippet-annotations を false にしてください。',
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
        - name: controller
          image: registry.example.com/ingress-nginx/controller:v1.11.2`,
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
          name = "controller"
          image = "registry.example.com/ingress-nginx/controller:v1.11.2"
        }
      }
    }
  }
}`,
  },
  references: ['https://github.com/kubernetes/ingress-nginx/issues/7837'],
  equivalents: ['kubescape:C-0059'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(
      pod.containers,
      (container) =>
        /nginx-(?:ingress-)?controller|ingress-nginx\/controller/.test(container.image ?? '') && isVulnerable(container.imageTag ?? ''),
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} runs an ingress-nginx that is vulnerable to CVE-2021-25742`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が CVE-2021-25742 の脆弱性を持つ ingress-nginx を実行しています`,
    });
  },
  examples: [
    fails('1.0.0', {
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
        - name: controller
          image: registry.example.com/ingress-nginx/controller:v1.0.0`,
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
          name = "controller"
          image = "registry.example.com/ingress-nginx/controller:v1.0.0"
        }
      }
    }
  }
}`,
    }),
    fails('0.49.0', {
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
        - name: controller
          image: registry.example.com/nginx-ingress-controller:0.49.0`,
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
          name = "controller"
          image = "registry.example.com/nginx-ingress-controller:0.49.0"
        }
      }
    }
  }
}`,
    }),
    passes('fixed', {
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
        - name: controller
          image: registry.example.com/ingress-nginx/controller:v1.11.2`,
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
          name = "controller"
          image = "registry.example.com/ingress-nginx/controller:v1.11.2"
        }
      }
    }
  }
}`,
    }),
  ],
});

/** Versions before 0.49.1, and 1.0.0. */
function isVulnerable(tag: string): boolean {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)\.(\d+)/.exec(tag)?.map(Number) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return false;
  return major === 0 ? minor < 49 || (minor === 49 && patch < 1) : major === 1 && minor === 0 && patch === 0;
}
