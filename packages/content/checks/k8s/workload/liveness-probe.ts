/** A program that hangs goes on hanging: without a probe nobody starts it again. */
import { defineCheck, fail, fails, find, isNotApplicable, labelOf, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers have a liveness probe',
    ja: 'コンテナーに liveness プローブがある',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A program that hangs goes on hanging: without a probe nobody starts it again.',
    ja: 'プローブがないと、停止したプログラムは誰にも再起動されないまま残ります。',
  },
  fix: {
    summary: {
      en: 'Add a livenessProbe to every container of a pod that keeps running.',
      ja: '動き続ける Pod の各コンテナーに livenessProbe を追加してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      livenessProbe:
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
      liveness_probe {
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
  equivalents: ['CKV_K8S_8', 'kubescape:C-0056'],
  evaluate(pod) {
    if (pod.kind === 'Job' || pod.kind === 'CronJob')
      return notApplicable({ en: 'Its pods run to an end', ja: 'この Pod は処理を終えると終了します' });
    const found = find(pod.containers, (container) => container.kind === 'container' && !container.hasLivenessProbe);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} has no livenessProbe`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} に livenessProbe がありません`,
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
      livenessProbe:
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
      liveness_probe {
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
