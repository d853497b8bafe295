/** Before 2.1.9 and 2.2.4 a chart reads files of other applications, with their secrets, out of the repository server. */
import { defineCheck, fail, fails, find, imageName, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Argo CD is not vulnerable to CVE-2022-24348',
    ja: 'Argo CD は CVE-2022-24348 の脆弱性を持たない',
  },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Before 2.1.9 and 2.2.4 a chart reads files of other applications, with their secrets, out of the repository server.',
    ja: '2.1.9 および 2.2.4 より前では、チャートがリポジトリーサーバーから他のアプリケーションのファイルや秘密を読み出せます。',
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
          image: registry.example.com/argoproj/argocd:v2.13.2`,
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
          image = "registry.example.com/argoproj/argocd:v2.13.2"
        }
      }
    }
  }
}`,
  },
  references: ['https://github.com/argoproj/argo-cd/security/advisories/GHSA-63qx-x74g-jcr7'],
  equivalents: ['kubescape:C-0081'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(
      pod.containers,
      (container) => imageName(container.image ?? '') === 'argocd' && isVulnerable(container.imageTag ?? ''),
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} runs a vulnerable version`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が脆弱なバージョンを実行しています`,
    });
  },
  examples: [
    fails('v2.2.3', {
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
          image: registry.example.com/argoproj/argocd:v2.2.3`,
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
          image = "registry.example.com/argoproj/argocd:v2.2.3"
        }
      }
    }
  }
}`,
    }),
    passes('v2.13.2', {
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
          image: registry.example.com/argoproj/argocd:v2.13.2`,
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
          image = "registry.example.com/argoproj/argocd:v2.13.2"
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
  return major < 2 || (major === 2 && (minor < 1 || (minor === 1 && patch < 9) || (minor === 2 && patch < 4)));
}
