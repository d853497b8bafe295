/** runAsUser 0 makes root of a program whose image had chosen somebody else. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers do not choose user 0',
    ja: 'コンテナーはユーザー 0 を指定しない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'runAsUser 0 makes root of a program whose image had chosen somebody else.',
    ja: 'runAsUser: 0 は、イメージが別のユーザーを選んでいても root で動作させます。',
  },
  fix: {
    summary: {
      en: 'Set runAsUser to another user, or leave the choice to the image.',
      ja: 'runAsUser を 0 以外にするか、イメージの指定に任せてください。',
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
        runAsUser: 10001`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        run_as_user = 10001
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['AVD-KSV-0105', 'KSV105'],
  evaluate(pod) {
    const found = find(pod.containers, (container) => (container.security.user ?? pod.security.user) === 0);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} runs as user 0`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} がユーザー 0 で動作しています`,
    });
  },
  examples: [
    fails('the pod chooses root', {
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
    }),
    passes('another user', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        runAsUser: 10001`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        run_as_user = 10001
      }
    }
  }
}`,
    }),
    passes('the image decides', {
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
  ],
});
