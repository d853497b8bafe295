/** Restricted, v1.22 and later: drop ALL, add NET_BIND_SERVICE at most; not for Windows pods since v1.25. */
import {
  addsOnlyBindService,
  asksRestricted,
  defineCheck,
  dropsAll,
  fail,
  fails,
  find,
  isExemptWindows,
  labelOf,
  notApplicable,
  notInForce,
  pass,
  passes,
  podSecurityParams,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers drop all capabilities (restricted)',
    ja: 'コンテナーはすべてのケーパビリティを落とす (restricted)',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Even the default capabilities let a process send raw packets and change owners of files; few programs need any.',
    ja: '既定のケーパビリティだけでも、生パケットの送信やファイル所有者の変更ができます。必要とするプログラムはほとんどありません。',
  },
  fix: {
    edits: { kubernetes: [{ append: '$containers.securityContext.capabilities.drop', values: ['ALL'] }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Drop ALL in securityContext.capabilities of every container and add NET_BIND_SERVICE at most.',
      ja: 'すべてのコンテナーの securityContext.capabilities で ALL を drop し、追加は NET_BIND_SERVICE だけにしてください。',
    },
    kubernetes: `metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        capabilities:
          drop: [ALL]
          add: [NET_BIND_SERVICE]`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: [],
  params: podSecurityParams,
  evaluate(pod, request) {
    if (!asksRestricted(request) || request.version < 22) return notApplicable(notInForce);
    if (isExemptWindows(pod, request)) return pass();
    const keeping = find(pod.containers, (container) => !dropsAll(container));
    if (keeping)
      return fail({
        en: `Container ${labelOf(keeping)} of ${pod.name} does not drop ALL capabilities`,
        ja: `${pod.name} のコンテナー ${labelOf(keeping)} が ALL ケーパビリティを落としていません`,
      });
    const adding = find(pod.containers, (container) => !addsOnlyBindService(container));
    if (!adding) return pass();
    return fail({
      en: `Container ${labelOf(adding)} of ${pod.name} adds capabilities beside NET_BIND_SERVICE`,
      ja: `${pod.name} のコンテナー ${labelOf(adding)} が NET_BIND_SERVICE 以外のケーパビリティを追加しています`,
    });
  },
  examples: [
    fails(
      'nothing is dropped',
      {
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
      },
      { params: { level: ['restricted'] } },
    ),
    fails(
      'one comes back',
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
          drop: [ALL]
          add: [CHOWN]`,
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
          add = ["CHOWN"]
        }
      }
    }
  }
}`,
      },
      { params: { level: ['restricted'] } },
    ),
    passes(
      'all are dropped',
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
          drop: [ALL]
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
          drop = ["ALL"]
          add = ["NET_BIND_SERVICE"]
        }
      }
    }
  }
}`,
      },
      { params: { level: ['restricted'] } },
    ),
    passes(
      'a Windows pod',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  os:
    name: windows
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
        terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    os {
      name = "windows"
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
      },
      { params: { level: ['restricted'] } },
    ),
  ],
});
