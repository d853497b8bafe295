/** SYS_ADMIN is nearly root on the node: mounting, namespaces, quotas and much of what breaks a container need nothing else. */
import { any, defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers do not add the capability SYS_ADMIN',
    ja: 'コンテナーは SYS_ADMIN ケーパビリティを追加しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'SYS_ADMIN is nearly root on the node: mounting, namespaces, quotas and much of what breaks a container need nothing else.',
    ja: 'SYS_ADMIN はノード上の root にほぼ等しく、マウントや名前空間の操作など、コンテナー脱出の多くがこれだけで可能です。',
  },
  fix: {
    edits: { kubernetes: [{ drop: '$containers.securityContext.capabilities.add', values: ['SYS_ADMIN', 'CAP_SYS_ADMIN'] }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Remove SYS_ADMIN from securityContext.capabilities.add.',
      ja: 'securityContext.capabilities.add から SYS_ADMIN を削除してください。',
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
  equivalents: ['CKV_K8S_39', 'AVD-KSV-0005', 'KSV005'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(pod.containers, (container) =>
      any(container.security.addedCapabilities, (capability) => /^(?:cap_)?(?:sys_admin|all)$/i.test(capability)),
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} adds the capability SYS_ADMIN`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が SYS_ADMIN ケーパビリティを追加しています`,
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
          add: [SYS_ADMIN]`,
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
          add = ["SYS_ADMIN"]
        }
      }
    }
  }
}`,
    }),
    fails('all are added', {
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
          add: [ALL]`,
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
          add = ["ALL"]
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
