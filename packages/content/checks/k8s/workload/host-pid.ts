/** With hostPID a pod sees every process of the node, reads their environment and may signal them. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods do not share the process namespace of their node',
    ja: 'Pod はノードのプロセス名前空間を共有しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'With hostPID a pod sees every process of the node, reads their environment and may signal them.',
    ja: 'hostPID を使うと、Pod はノード上の全プロセスを見て、環境変数を読み、シグナルを送れます。',
  },
  fix: {
    edits: { kubernetes: [{ set: '$pod.hostPID', value: false }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Remove hostPID or set it to false.',
      ja: 'hostPID を削除するか false にしてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostPID: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    host_pid = false
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['CKV_K8S_17', 'AVD-KSV-0010', 'KSV010', 'kubescape:C-0194', 'kubescape:C-0275', 'kubescape:C-0038'],
  evaluate(pod) {
    if (!pod.usesHostPid) return pass();
    return fail({
      en: `The pods of ${pod.name} see all processes of their node (hostPID)`,
      ja: `${pod.name} の Pod がノードの全プロセスを見られます (hostPID)`,
    });
  },
  examples: [
    fails('the processes of the node', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostPID: true
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    host_pid = true
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('its own processes', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostPID: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    host_pid = false
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
  ],
});
