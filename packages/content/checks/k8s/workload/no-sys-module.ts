/** With SYS_MODULE a container loads code of its choice into the kernel of the node. */
import { any, defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers do not add the capability SYS_MODULE',
    ja: 'コンテナーは SYS_MODULE ケーパビリティを追加しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'With SYS_MODULE a container loads code of its choice into the kernel of the node.',
    ja: 'SYS_MODULE があると、コンテナーは任意のコードをノードのカーネルに読み込めます。',
  },
  fix: {
    edits: { kubernetes: [{ drop: '$containers.securityContext.capabilities.add', values: ['SYS_MODULE', 'CAP_SYS_MODULE'] }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Remove SYS_MODULE from securityContext.capabilities.add.',
      ja: 'securityContext.capabilities.add から SYS_MODULE を削除してください。',
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
  equivalents: ['AVD-KSV-0120', 'KSV120'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(pod.containers, (container) =>
      any(container.security.addedCapabilities, (capability) => /^(?:cap_)?(?:sys_module|all)$/i.test(capability)),
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} adds the capability SYS_MODULE`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が SYS_MODULE ケーパビリティを追加しています`,
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
          add: [SYS_MODULE]`,
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
          add = ["SYS_MODULE"]
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
