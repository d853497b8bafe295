/** With NET_RAW, which containers have by default, a process forges packets: it answers for other pods and poisons their DNS. */
import { defineCheck, fail, fails, find, labelOf, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers drop the capability NET_RAW',
    ja: 'コンテナーは NET_RAW ケーパビリティを落とす',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'With NET_RAW, which containers have by default, a process forges packets: it answers for other pods and poisons their DNS.',
    ja: '既定で付与される NET_RAW があると、プロセスはパケットを偽造し、他の Pod になりすまして DNS を汚染できます。',
  },
  fix: {
    edits: { kubernetes: [{ append: '$containers.securityContext.capabilities.drop', values: ['ALL'] }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Drop NET_RAW or ALL in securityContext.capabilities of every container.',
      ja: 'すべてのコンテナーの securityContext.capabilities で NET_RAW または ALL を drop してください。',
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
  equivalents: ['CKV_K8S_28', 'kubescape:C-0199'],
  evaluate(pod) {
    const found = find(pod.containers, (container) =>
      none(container.security.droppedCapabilities, (capability) => /^(?:all|net_raw)$/i.test(capability)),
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} keeps the capability NET_RAW`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が NET_RAW ケーパビリティを保持しています`,
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
    passes('NET_RAW is dropped', {
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
    passes('all are dropped', {
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
