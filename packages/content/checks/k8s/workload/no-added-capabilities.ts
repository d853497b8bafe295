/** Every added capability is a piece of root; which ones a program really needs should be looked at one by one. */
import { any, defineCheck, fail, fails, find, labelOf, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers add no capability',
    ja: 'コンテナーはケーパビリティを追加しない',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Every added capability is a piece of root; which ones a program really needs should be looked at one by one.',
    ja: '追加されたケーパビリティはどれも root 権限の一部です。本当に必要かどうか、一つずつ確かめるべきです。',
  },
  fix: {
    edits: { kubernetes: [{ set: '$containers.securityContext.capabilities.add', value: [], ifThere: true }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Remove securityContext.capabilities.add.',
      ja: 'securityContext.capabilities.add を削除してください。',
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
          drop: [ALL]`,
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
          drop = ["ALL"]
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['CKV_K8S_25', 'AVD-KSV-0022', 'KSV022', 'kubescape:C-0200'],
  evaluate(pod) {
    const found = find(pod.containers, (container) => any(container.security.addedCapabilities, () => true));
    if (!found) return pass();
    const [capability] = shown(() => found.security.addedCapabilities) ?? [];
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} adds the capability ${capability ?? '?'}`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} がケーパビリティ ${capability ?? '?'} を追加しています`,
    });
  },
  examples: [
    fails('one is added', {
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
    passes('none is', {
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
          drop: [ALL]`,
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
          drop = ["ALL"]
        }
      }
    }
  }
}`,
    }),
  ],
});
