/** With NET_RAW a process forges packets and listens to what is not meant for it. */
import { any, defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers do not add the capability NET_RAW',
    ja: 'コンテナーは NET_RAW ケーパビリティを追加しない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'With NET_RAW a process forges packets and listens to what is not meant for it.',
    ja: 'NET_RAW があると、プロセスはパケットを偽造し、自分宛でない通信を読めます。',
  },
  fix: {
    edits: { kubernetes: [{ drop: '$containers.securityContext.capabilities.add', values: ['NET_RAW', 'CAP_NET_RAW'] }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Remove NET_RAW from securityContext.capabilities.add.',
      ja: 'securityContext.capabilities.add から NET_RAW を削除してください。',
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
          add: [NET_BIND_SERVICE]`,
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
          add = ["NET_BIND_SERVICE"]
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['AVD-KSV-0119', 'KSV119'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(pod.containers, (container) =>
      any(container.security.addedCapabilities, (capability) => /^(?:cap_)?(?:net_raw|all)$/i.test(capability)),
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} adds the capability NET_RAW`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が NET_RAW ケーパビリティを追加しています`,
    });
  },
  examples: [
    fails('it is added', {
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
          add: [NET_RAW]`,
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
          add = ["NET_RAW"]
        }
      }
    }
  }
}`,
    }),
    passes('another one is', {
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
          add: [NET_BIND_SERVICE]`,
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
          add = ["NET_BIND_SERVICE"]
        }
      }
    }
  }
}`,
    }),
  ],
});
