/** A low user id may be that of somebody on the node, whose files a broken container then owns. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers run with a user id of 10000 or more',
    ja: 'コンテナーは 10000 以上のユーザー ID で動作する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A low user id may be that of somebody on the node, whose files a broken container then owns.',
    ja: '小さいユーザー ID はノード上の誰かと重なることがあり、破られたコンテナーがそのファイルを所有してしまいます。',
  },
  fix: {
    summary: {
      en: 'Set runAsUser to 10000 or more.',
      ja: 'runAsUser を 10000 以上にしてください。',
    },
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
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['CKV_K8S_40', 'AVD-KSV-0020', 'KSV020'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(pod.containers, (container) => (container.security.user ?? pod.security.user ?? 0) < 10_000);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} may run with a user id below 10000`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が 10000 未満のユーザー ID で動作できます`,
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
    fails('a low one', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        runAsUser: 1000`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        run_as_user = 1000
      }
    }
  }
}`,
    }),
    passes('a high one', {
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
    }),
  ],
});
