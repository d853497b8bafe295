/** Restricted, v1.23 and later: runAsUser is not 0; user namespaces are exempt since v1.35. */
import {
  asksRestricted,
  defineCheck,
  fail,
  fails,
  find,
  isExemptUserNamespace,
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
    en: 'Pods do not choose user 0 (restricted)',
    ja: 'Pod はユーザー 0 を指定しない (restricted)',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'User 0 of a container is root on the node once the container breaks.',
    ja: 'コンテナーのユーザー 0 は、コンテナーが破られるとノード上の root になります。',
  },
  fix: {
    summary: {
      en: 'Set runAsUser to another user, or leave it out.',
      ja: 'runAsUser を 0 以外にするか、削除してください。',
    },
    kubernetes: `metadata:
  name: orders-api
spec:
  securityContext:
    runAsUser: 10001
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: [],
  params: podSecurityParams,
  evaluate(pod, request) {
    if (!asksRestricted(request) || request.version < 23) return notApplicable(notInForce);
    if (isExemptUserNamespace(pod, request)) return pass();
    if (pod.security.user === 0)
      return fail({ en: `The pods of ${pod.name} run as user 0`, ja: `${pod.name} の Pod がユーザー 0 で動作しています` });
    const root = find(pod.containers, ({ security }) => security.user === 0);
    if (!root) return pass();
    return fail({
      en: `Container ${labelOf(root)} of ${pod.name} runs as user 0`,
      ja: `${pod.name} のコンテナー ${labelOf(root)} がユーザー 0 で動作しています`,
    });
  },
  examples: [
    fails(
      'the pod runs as root',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    runAsUser: 0
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
        terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      run_as_user = 0
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
    fails(
      'one container does',
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
        runAsUser: 0`,
        terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        run_as_user = 0
      }
    }
  }
}`,
      },
      { params: { level: ['restricted'] } },
    ),
    passes(
      'another user',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    runAsUser: 10001
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
        terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      run_as_user = 10001
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
    isNotApplicable(
      'older versions do not ask',
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
        runAsUser: 0`,
        terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        run_as_user = 0
      }
    }
  }
}`,
      },
      { params: { level: ['restricted'], version: 22 } },
    ),
  ],
});
