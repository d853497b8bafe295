/** A process that is root in its container is root on the node once it breaks out, and owns every file it can reach. */
import { anyOf, defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers run as a user other than root',
    ja: 'コンテナーは root 以外のユーザーで動作する',
  },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A process that is root in its container is root on the node once it breaks out, and owns every file it can reach.',
    ja: 'コンテナー内の root プロセスは、脱出するとノード上の root となり、届くファイルをすべて支配できます。',
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
      en: 'Set securityContext.runAsNonRoot to true, or runAsUser to another user than 0.',
      ja: 'securityContext.runAsNonRoot を true にするか、runAsUser を 0 以外にしてください。',
    },
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
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['CKV_K8S_23', 'AVD-KSV-0012', 'KSV012', 'kubescape:C-0013', 'kubescape:C-0198'],
  evaluate(pod) {
    const root = find(
      pod.containers,
      ({ security }) =>
        !anyOf(
          () => (security.runsAsNonRoot ?? pod.security.runsAsNonRoot) === true,
          () => (security.user ?? pod.security.user ?? 0) > 0,
        ),
    );
    if (!root) return pass();
    return fail({
      en: `Container ${labelOf(root)} of ${pod.name} may run as root`,
      ja: `${pod.name} のコンテナー ${labelOf(root)} が root で動作できます`,
    });
  },
  examples: [
    fails('nothing is said', {
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
    fails('the container takes it back', {
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
    }),
    passes('the pod says it', {
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
  ],
});
