/** Every pod that reaches Tiller on the network of the cluster commands it. */
import { defineCheck, fail, fails, find, imageName, labelOf, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Tiller listens on the loopback address only',
    ja: 'Tiller はループバックアドレスでのみ待ち受ける',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Every pod that reaches Tiller on the network of the cluster commands it.',
    ja: 'クラスターのネットワークから Tiller に届くすべての Pod が、Tiller に命令できます。',
  },
  fix: {
    summary: {
      en: 'Remove Tiller, or start it with --listen=localhost:44134.',
      ja: 'Tiller を削除するか、--listen=localhost:44134 を付けて起動してください。',
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
        - name: tiller
          image: registry.example.com/helm/tiller:v2.17.0
          command: [/tiller]
          args: ['--listen=localhost:44134']`,
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
          name = "tiller"
          image = "registry.example.com/helm/tiller:v2.17.0"
          command = ["/tiller"]
          args = ["--listen=localhost:44134"]
        }
      }
    }
  }
}`,
  },
  references: ['https://helm.sh/docs/faq/changes_since_helm2/'],
  equivalents: ['CKV_K8S_45'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(
      pod.containers,
      (container) =>
        imageName(container.image ?? '') === 'tiller' &&
        none(container.arguments, (word) => /--listen=(?:localhost|127\.0\.0\.1):/.test(word)),
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} runs a Tiller that listens on the network`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} がネットワークで待ち受ける Tiller を実行しています`,
    });
  },
  examples: [
    fails('on all addresses', {
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
        - name: tiller
          image: registry.example.com/helm/tiller:v2.17.0`,
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
          name = "tiller"
          image = "registry.example.com/helm/tiller:v2.17.0"
        }
      }
    }
  }
}`,
    }),
    passes('on its own', {
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
        - name: tiller
          image: registry.example.com/helm/tiller:v2.17.0
          command: [/tiller]
          args: ['--listen=localhost:44134']`,
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
          name = "tiller"
          image = "registry.example.com/helm/tiller:v2.17.0"
          command = ["/tiller"]
          args = ["--listen=localhost:44134"]
        }
      }
    }
  }
}`,
    }),
  ],
});
