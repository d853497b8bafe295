/** Without a probe requests go to containers that are not ready for them yet, and a bad release takes all of them. */
import { defineCheck, fail, fails, find, isNotApplicable, labelOf, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers have a readiness probe',
    ja: 'コンテナーに readiness プローブがある',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Without a probe requests go to containers that are not ready for them yet, and a bad release takes all of them.',
    ja: 'プローブがないと、準備のできていないコンテナーに要求が送られ、不良リリースが全体に広がります。',
  },
  fix: {
    summary: {
      en: 'Add a readinessProbe to every container of a pod that keeps running.',
      ja: '動き続ける Pod の各コンテナーに readinessProbe を追加してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      readinessProbe:
        httpGet:
          path: /health
          port: 8080`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      readiness_probe {
        http_get {
          path = "/health"
          port = 8080
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/'],
  equivalents: ['CKV_K8S_9', 'kubescape:C-0018'],
  evaluate(pod) {
    if (pod.kind === 'Job' || pod.kind === 'CronJob')
      return notApplicable({ en: 'Its pods run to an end', ja: 'この Pod は処理を終えると終了します' });
    const found = find(pod.containers, (container) => container.kind === 'container' && !container.hasReadinessProbe);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} has no readinessProbe`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} に readinessProbe がありません`,
    });
  },
  examples: [
    fails('no probe', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('a probe', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      readinessProbe:
        httpGet:
          path: /health
          port: 8080`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      readiness_probe {
        http_get {
          path = "/health"
          port = 8080
        }
      }
    }
  }
}`,
    }),
    isNotApplicable('a job ends by itself', {
      kubernetes: `apiVersion: batch/v1
kind: Job
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
    }),
  ],
});
