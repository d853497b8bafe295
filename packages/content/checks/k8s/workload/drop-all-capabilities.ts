/** The capabilities that a container has by default let it send raw packets, change owners of files and bind any port; few programs need one. */
import { defineCheck, fail, fails, find, labelOf, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers drop all capabilities',
    ja: 'コンテナーはすべてのケーパビリティを落とす',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'The capabilities that a container has by default let it send raw packets, change owners of files and bind any port; few programs need one.',
    ja: '既定のケーパビリティだけで、生パケットの送信、ファイル所有者の変更、任意のポートの使用ができます。必要とするプログラムはわずかです。',
  },
  fix: {
    edits: { kubernetes: [{ append: '$containers.securityContext.capabilities.drop', values: ['ALL'] }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Drop ALL in securityContext.capabilities of every container and add back what is needed.',
      ja: 'すべてのコンテナーの securityContext.capabilities で ALL を drop し、必要なものだけを追加してください。',
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
  equivalents: ['CKV_K8S_37', 'AVD-KSV-0003', 'KSV003', 'AVD-KSV-0106', 'KSV106', 'kubescape:C-0201'],
  evaluate(pod) {
    const found = find(pod.containers, (container) =>
      none(container.security.droppedCapabilities, (capability) => /^all$/i.test(capability)),
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} does not drop ALL capabilities`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が ALL ケーパビリティを落としていません`,
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
    fails('one is dropped', {
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
