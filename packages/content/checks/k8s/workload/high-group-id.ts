/** A low group id may be that of a group of the node, whose files a broken container may then read. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers run with a group id of 10000 or more',
    ja: 'コンテナーは 10000 以上のグループ ID で動作する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A low group id may be that of a group of the node, whose files a broken container may then read.',
    ja: '小さいグループ ID はノード上のグループと重なることがあり、破られたコンテナーがそのファイルを読めてしまいます。',
  },
  fix: {
    summary: {
      en: 'Set runAsGroup to 10000 or more.',
      ja: 'runAsGroup を 10000 以上にしてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    runAsGroup: 10001
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      run_as_group = 10001
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['AVD-KSV-0021', 'KSV021'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(pod.containers, (container) => (container.security.group ?? pod.security.group ?? 0) < 10_000);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} may run with a group id below 10000`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が 10000 未満のグループ ID で動作できます`,
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
    passes('a high one', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    runAsGroup: 10001
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      run_as_group = 10001
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
