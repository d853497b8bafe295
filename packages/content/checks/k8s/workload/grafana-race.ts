/** From 9.2.0 to 9.2.3 a race between requests lets one without a login act as somebody with one. */
import { defineCheck, fail, fails, find, imageName, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Grafana is not vulnerable to CVE-2022-39328',
    ja: 'Grafana は CVE-2022-39328 の脆弱性を持たない',
  },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'From 9.2.0 to 9.2.3 a race between requests lets one without a login act as somebody with one.',
    ja: '9.2.0 から 9.2.3 では、要求の競合により未認証の要求が認証済みとして処理されることがあります。',
  },
  fix: {
    summary: {
      en: 'Run a version that is fixed.',
      ja: '修正済みのバージョンを使ってください。',
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
          image: registry.example.com/grafana/grafana:9.2.4`,
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
          image = "registry.example.com/grafana/grafana:9.2.4"
        }
      }
    }
  }
}`,
  },
  references: ['https://github.com/grafana/grafana/security/advisories/GHSA-vqc4-mpj8-jxch'],
  equivalents: ['kubescape:C-0090'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(
      pod.containers,
      (container) => imageName(container.image ?? '') === 'grafana' && isVulnerable(container.imageTag ?? ''),
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} runs a vulnerable version`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が脆弱なバージョンを実行しています`,
    });
  },
  examples: [
    fails('9.2.2', {
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
          image: registry.example.com/grafana/grafana:9.2.2`,
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
          image = "registry.example.com/grafana/grafana:9.2.2"
        }
      }
    }
  }
}`,
    }),
    passes('9.2.4', {
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
          image: registry.example.com/grafana/grafana:9.2.4`,
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
          image = "registry.example.com/grafana/grafana:9.2.4"
        }
      }
    }
  }
}`,
    }),
  ],
});

function isVulnerable(tag: string): boolean {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)\.(\d+)/.exec(tag)?.map(Number) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return false;
  return major === 9 && minor === 2 && patch < 4;
}
