/** Baseline: host ports are not allowed. */
import { any, defineCheck, fail, fails, find, labelOf, pass, passes, podSecurityParams, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers open no port of their node',
    ja: 'コンテナーはノードのポートを開かない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A host port is reachable at the address of the node, past services and network policies.',
    ja: 'ホストポートは Service や NetworkPolicy を通らず、ノードのアドレスから直接到達できます。',
  },
  fix: {
    summary: {
      en: 'Remove hostPort and reach the pod through a Service.',
      ja: 'hostPort を削除し、Service 経由で到達するようにしてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      ports:
        - containerPort: 8080`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      port {
        container_port = 8080
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: ['CKV_K8S_26', 'AVD-KSV-0024', 'KSV024', 'kubescape:C-0044', 'kubescape:C-0204'],
  params: podSecurityParams,
  evaluate(pod) {
    const open = find(pod.containers, (container) => any(container.ports, (port) => (port.hostPort ?? 0) !== 0));
    if (!open) return pass();
    const port = shown(() => find(open.ports, (each) => (each.hostPort ?? 0) !== 0)?.hostPort);
    return fail({
      en: `Container ${labelOf(open)} of ${pod.name} opens port ${port} of its node`,
      ja: `${pod.name} のコンテナー ${labelOf(open)} がノードのポート ${port} を開いています`,
    });
  },
  examples: [
    fails('a host port', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      ports:
        - containerPort: 8080
          hostPort: 8080`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      port {
        container_port = 8080
        host_port = 8080
      }
    }
  }
}`,
    }),
    passes('a port of the pod only', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      ports:
        - containerPort: 8080`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      port {
        container_port = 8080
      }
    }
  }
}`,
    }),
  ],
});
