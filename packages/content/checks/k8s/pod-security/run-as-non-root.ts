/** Restricted: the pod or all of its containers say runAsNonRoot; user namespaces are exempt since v1.35. */
import {
  asksRestricted,
  defineCheck,
  fail,
  fails,
  find,
  isExemptUserNamespace,
  labelOf,
  notApplicable,
  notInForce,
  pass,
  passes,
  podSecurityParams,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods must not run as root (restricted)',
    ja: 'Pod は root で動作してはならない (restricted)',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Root inside of a container is root on the node once the container breaks.',
    ja: 'コンテナー内の root は、コンテナーが破られるとノード上の root になります。',
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
      en: 'Set securityContext.runAsNonRoot to true for the pod or for each of its containers.',
      ja: 'Pod または各コンテナーで securityContext.runAsNonRoot を true にしてください。',
    },
    kubernetes: `metadata:
  name: orders-api
spec:
  securityContext:
    runAsNonRoot: true
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: [],
  params: podSecurityParams,
  evaluate(pod, request) {
    if (!asksRestricted(request)) return notApplicable(notInForce);
    if (isExemptUserNamespace(pod, request)) return pass();
    const ofPod = pod.security.runsAsNonRoot;
    if (ofPod === false) return fail({ en: `The pods of ${pod.name} may run as root`, ja: `${pod.name} の Pod が root で動作できます` });
    const root = find(
      pod.containers,
      ({ security }) => security.runsAsNonRoot === false || (ofPod === undefined && security.runsAsNonRoot === undefined),
    );
    if (!root) return pass();
    return fail({
      en: `Container ${labelOf(root)} of ${pod.name} may run as root`,
      ja: `${pod.name} のコンテナー ${labelOf(root)} が root で動作できます`,
    });
  },
  examples: [
    fails(
      'nobody says it',
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
      'a container takes it back',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    runAsNonRoot: true
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        runAsNonRoot: false`,
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
      security_context {
        run_as_non_root = false
      }
    }
  }
}`,
      },
      { params: { level: ['restricted'] } },
    ),
    fails(
      'the pod allows root, whatever its containers say',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    runAsNonRoot: false
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
    security_context {
      run_as_non_root = false
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        run_as_non_root = true
      }
    }
  }
}`,
      },
      { params: { level: ['restricted'] } },
    ),
    passes(
      'the pod says it',
      {
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
      { params: { level: ['restricted'] } },
    ),
    passes(
      'each container says it',
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
      },
      { params: { level: ['restricted'] } },
    ),
    passes(
      'a user namespace of its own',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostUsers: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      },
      { params: { level: ['restricted'] } },
    ),
    fails(
      'a user namespace before v1.35',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostUsers: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      },
      { params: { level: ['restricted'], version: 34 } },
    ),
  ],
});
