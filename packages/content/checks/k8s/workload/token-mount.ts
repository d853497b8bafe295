/** Whoever breaks into the pod talks to the API server with its token; most programs never do. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods get no service account token unless they need it',
    ja: 'Pod には必要な場合だけサービスアカウントのトークンを与える',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Whoever breaks into the pod talks to the API server with its token; most programs never do.',
    ja: 'Pod に侵入した者は、そのトークンで API サーバーを操作できます。ほとんどのプログラムはトークンを必要としません。',
  },
  fix: {
    edits: { kubernetes: [{ set: '$pod.automountServiceAccountToken', value: false }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set automountServiceAccountToken to false in the pod or in its service account.',
      ja: 'Pod またはサービスアカウントで automountServiceAccountToken を false にしてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  automountServiceAccountToken: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    automount_service_account_token = false
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/'],
  equivalents: ['CKV_K8S_38', 'AVD-KSV-0036', 'KSV036', 'kubescape:C-0034', 'kubescape:C-0190'],
  evaluate(pod) {
    if (!pod.mountsToken) return pass();
    return fail({
      en: `The pods of ${pod.name} get a token of their service account`,
      ja: `${pod.name} の Pod にサービスアカウントのトークンがマウントされています`,
    });
  },
  examples: [
    fails('the default', {
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
    passes('the pod says no', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  automountServiceAccountToken: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    automount_service_account_token = false
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('the service account says no', {
      kubernetes: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
automountServiceAccountToken: false
---
apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  serviceAccountName: orders
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_service_account_v1" "orders" {
  automount_service_account_token = false
  metadata {
    name = "orders"
  }
}
resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    service_account_name = kubernetes_service_account_v1.orders.metadata[0].name
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
  ],
});
