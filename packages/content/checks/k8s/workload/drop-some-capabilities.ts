/** A container that drops nothing keeps fourteen capabilities, most of which no program of an ordinary service calls for. */
import { defineCheck, fail, fails, find, labelOf, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers drop capabilities that they do not use',
    ja: 'コンテナーは使わないケーパビリティを落とす',
  },
  severity: 'info',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A container that drops nothing keeps fourteen capabilities, most of which no program of an ordinary service calls for.',
    ja: '何も落とさないコンテナーは 14 個のケーパビリティを持ち続けますが、通常のサービスはほとんどを必要としません。',
  },
  fix: {
    edits: { kubernetes: [{ append: '$containers.securityContext.capabilities.drop', values: ['ALL'] }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'List capabilities in securityContext.capabilities.drop.',
      ja: 'securityContext.capabilities.drop に落とすケーパビリティを列挙してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        capabilities:
          drop: [NET_RAW]`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        capabilities {
          drop = ["NET_RAW"]
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['AVD-KSV-0004', 'KSV004'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(pod.containers, (container) => none(container.security.droppedCapabilities, () => true));
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} drops no capability`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} がケーパビリティを一つも落としていません`,
    });
  },
  examples: [
    fails('nothing is dropped', {
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
    passes('one is dropped', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        capabilities:
          drop: [NET_RAW]`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        capabilities {
          drop = ["NET_RAW"]
        }
      }
    }
  }
}`,
    }),
  ],
});
