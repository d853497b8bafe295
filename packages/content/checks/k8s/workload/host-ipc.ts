/** With hostIPC a pod reads and writes the shared memory of every process of the node. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods do not share the IPC namespace of their node',
    ja: 'Pod はノードの IPC 名前空間を共有しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'With hostIPC a pod reads and writes the shared memory of every process of the node.',
    ja: 'hostIPC を使うと、Pod はノード上のプロセスの共有メモリーを読み書きできます。',
  },
  fix: {
    edits: { kubernetes: [{ set: '$pod.hostIPC', value: false }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Remove hostIPC or set it to false.',
      ja: 'hostIPC を削除するか false にしてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostIPC: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    host_ipc = false
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['CKV_K8S_18', 'AVD-KSV-0008', 'KSV008', 'kubescape:C-0195', 'kubescape:C-0276', 'kubescape:C-0038'],
  evaluate(pod) {
    if (!pod.usesHostIpc) return pass();
    return fail({
      en: `The pods of ${pod.name} share memory with processes of their node (hostIPC)`,
      ja: `${pod.name} の Pod がノードのプロセスとメモリーを共有しています (hostIPC)`,
    });
  },
  examples: [
    fails('the memory of the node', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostIPC: true
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    host_ipc = true
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('its own memory', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostIPC: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    host_ipc = false
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
  ],
});
