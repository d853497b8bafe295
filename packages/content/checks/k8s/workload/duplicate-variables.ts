/** Of a variable that is there twice the last one holds: the value that a reviewer reads may not be the one that counts. */
import { any, defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers set each variable once',
    ja: 'コンテナーは各変数を一度だけ設定する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Of a variable that is there twice the last one holds: the value that a reviewer reads may not be the one that counts.',
    ja: '同じ変数が二度あると最後の値が有効になり、レビューで見た値が実際の値とは限りません。',
  },
  fix: {
    summary: {
      en: 'Remove all but one entry of the variable.',
      ja: '変数の重複を取り除いてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      env:
        - name: MODE
          value: strict
        - name: LEVEL
          value: info`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      env {
        name = "MODE"
        value = "strict"
      }
      env {
        name = "LEVEL"
        value = "info"
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/'],
  equivalents: ['kubescape:C-0295'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(pod.containers, (container) => {
      const seen = new Set<string>();
      return any(container.env, ({ label }) => {
        const isSecond = label !== undefined && seen.has(label);
        if (label !== undefined) seen.add(label);
        return isSecond;
      });
    });
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} sets a variable twice`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が同じ変数を二度設定しています`,
    });
  },
  examples: [
    fails('twice', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      env:
        - name: MODE
          value: strict
        - name: MODE
          value: open`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      env {
        name = "MODE"
        value = "strict"
      }
      env {
        name = "MODE"
        value = "open"
      }
    }
  }
}`,
    }),
    passes('once', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      env:
        - name: MODE
          value: strict
        - name: LEVEL
          value: info`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      env {
        name = "MODE"
        value = "strict"
      }
      env {
        name = "LEVEL"
        value = "info"
      }
    }
  }
}`,
    }),
  ],
});
