/** Baseline: only the default capabilities may be added. At level restricted v1.22 and later the stricter rule takes its place. */
import {
  asksRestricted,
  defineCheck,
  extraCapability,
  fail,
  fails,
  find,
  isNotApplicable,
  labelOf,
  notApplicable,
  notInForce,
  pass,
  passes,
  podSecurityParams,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers add no capability beyond the default ones',
    ja: 'コンテナーは既定以外のケーパビリティを追加しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Capabilities such as SYS_ADMIN or NET_ADMIN hand parts of root on the node to the container.',
    ja: 'SYS_ADMIN や NET_ADMIN などのケーパビリティは、ノードの root 権限の一部をコンテナーに渡します。',
  },
  fix: {
    summary: {
      en: 'Remove capabilities from securityContext.capabilities.add that the container runtime does not give by default.',
      ja: 'securityContext.capabilities.add から、ランタイムが既定で与えないケーパビリティを削除してください。',
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
          add: [NET_BIND_SERVICE]
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
          add = ["NET_BIND_SERVICE"]
          drop = ["ALL"]
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: ['AVD-KSV-0022', 'KSV022', 'kubescape:C-0046'],
  params: podSecurityParams,
  evaluate(pod, request) {
    if (asksRestricted(request) && request.version >= 22) return notApplicable(notInForce);
    const adding = find(pod.containers, (container) => extraCapability(container) !== undefined);
    if (!adding) return pass();
    const capability = extraCapability(adding);
    return fail({
      en: `Container ${labelOf(adding)} of ${pod.name} adds the capability ${capability}`,
      ja: `${pod.name} のコンテナー ${labelOf(adding)} がケーパビリティ ${capability} を追加しています`,
    });
  },
  examples: [
    fails('NET_ADMIN is added', {
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
          add: [CHOWN, NET_ADMIN]`,
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
          add = ["CHOWN", "NET_ADMIN"]
        }
      }
    }
  }
}`,
    }),
    passes('a default one is added', {
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
          add: [NET_BIND_SERVICE]
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
          add = ["NET_BIND_SERVICE"]
          drop = ["ALL"]
        }
      }
    }
  }
}`,
    }),
    isNotApplicable(
      'restricted has a rule of its own',
      {
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
          add: [NET_ADMIN]`,
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
          add = ["NET_ADMIN"]
        }
      }
    }
  }
}`,
      },
      { params: { level: ['restricted'] } },
    ),
  ],
});
