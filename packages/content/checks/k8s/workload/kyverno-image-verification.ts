/** 1.8.3 and 1.8.4 verify the signature of one image and then let another one in. */
import { defineCheck, fail, fails, find, imageName, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Kyverno is not vulnerable to CVE-2022-47633',
    ja: 'Kyverno は CVE-2022-47633 の脆弱性を持たない',
  },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: '1.8.3 and 1.8.4 verify the signature of one image and then let another one in.',
    ja: '1.8.3 と 1.8.4 では、検証したものとは別のイメージを受け入れてしまいます。',
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
          image: registry.example.com/kyverno/kyverno:v1.13.2`,
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
          image = "registry.example.com/kyverno/kyverno:v1.13.2"
        }
      }
    }
  }
}`,
  },
  references: ['https://github.com/kyverno/kyverno/security/advisories/GHSA-m3cq-xcx9-3gvm'],
  equivalents: ['kubescape:C-0091'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(
      pod.containers,
      (container) => imageName(container.image ?? '') === 'kyverno' && isVulnerable(container.imageTag ?? ''),
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} runs a vulnerable version`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が脆弱なバージョンを実行しています`,
    });
  },
  examples: [
    fails('v1.8.4', {
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
          image: registry.example.com/kyverno/kyverno:v1.8.4`,
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
          image = "registry.example.com/kyverno/kyverno:v1.8.4"
        }
      }
    }
  }
}`,
    }),
    passes('v1.13.2', {
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
          image: registry.example.com/kyverno/kyverno:v1.13.2`,
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
          image = "registry.example.com/kyverno/kyverno:v1.13.2"
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
  return major === 1 && minor === 8 && (patch === 3 || patch === 4);
}
