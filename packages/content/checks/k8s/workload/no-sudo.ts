/** A program that starts with sudo has root inside of its container, whatever user the manifest names. */
import { any, defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers do not start with sudo',
    ja: 'コンテナーは sudo で起動しない',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A program that starts with sudo has root inside of its container, whatever user the manifest names.',
    ja: 'sudo で起動するプログラムは、マニフェストのユーザー指定にかかわらずコンテナー内で root になります。',
  },
  fix: {
    summary: {
      en: 'Remove sudo from command and args, and let the program run as it is.',
      ja: 'command と args から sudo を取り除いてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      command: [/app/run]`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      command = ["/app/run"]
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['kubescape:C-0062'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(pod.containers, (container) => any(container.arguments, (word) => /(?:^|[\s;&|])sudo(?:\s|$)/.test(word)));
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} starts with sudo`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が sudo で起動しています`,
    });
  },
  examples: [
    fails('sudo', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      command: [sudo, /app/run]`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      command = ["sudo", "/app/run"]
    }
  }
}`,
    }),
    fails('in a shell line', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      command: [sh, '-c', sudo /app/run]`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      command = ["sh", "-c", "sudo /app/run"]
    }
  }
}`,
    }),
    passes('the program itself', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      command: [/app/run]`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      command = ["/app/run"]
    }
  }
}`,
    }),
  ],
});
