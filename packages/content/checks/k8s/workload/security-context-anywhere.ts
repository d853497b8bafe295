/** Where neither the pod nor the container says how it runs, the image and the runtime decide. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods or all of their containers have a security context',
    ja: 'Pod またはすべてのコンテナーに securityContext がある',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Where neither the pod nor the container says how it runs, the image and the runtime decide.',
    ja: 'Pod もコンテナーも実行方法を指定しないと、イメージとランタイム任せになります。',
  },
  fix: {
    edits: {
      kubernetes: [
        { set: '$pod.securityContext.runAsNonRoot', value: true },
        { set: '$containers.securityContext.runAsNonRoot', value: true, ifThere: true },
      ],
    },
    cautions: ['breaks-software'],
    summary: {
      en: 'Add a securityContext to the pod.',
      ja: 'Pod に securityContext を追加してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    runAsNonRoot: true
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      run_as_non_root = true
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['CKV_K8S_29', 'AVD-KSV-0118', 'KSV118', 'kubescape:C-0211'],
  evaluate(pod) {
    if (pod.security.isWritten) return pass();
    const found = find(pod.containers, (container) => container.kind !== 'ephemeral' && !container.security.isWritten);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} has no security context, nor has its pod`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} にも Pod にも securityContext がありません`,
    });
  },
  examples: [
    fails('none at all', {
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
    passes('the pod has one', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    runAsNonRoot: true
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      run_as_non_root = true
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('the container has one', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        runAsNonRoot: true`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        run_as_non_root = true
      }
    }
  }
}`,
    }),
  ],
});
