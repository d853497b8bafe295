/** With hostNetwork a pod listens on the addresses of the node, reaches its metadata service and is subject to no network policy. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods do not share the network of their node',
    ja: 'Pod はノードのネットワークを共有しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'With hostNetwork a pod listens on the addresses of the node, reaches its metadata service and is subject to no network policy.',
    ja: 'hostNetwork を使うと、Pod はノードのアドレスで待ち受け、メタデータサービスに届き、NetworkPolicy の対象外になります。',
  },
  fix: {
    edits: { kubernetes: [{ set: '$pod.hostNetwork', value: false, ifThere: true }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Remove hostNetwork or set it to false.',
      ja: 'hostNetwork を削除するか false にしてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostNetwork: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    host_network = false
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['CKV_K8S_19', 'AVD-KSV-0009', 'KSV009', 'kubescape:C-0041', 'kubescape:C-0196'],
  evaluate(pod) {
    if (!pod.usesHostNetwork) return pass();
    return fail({
      en: `The pods of ${pod.name} use the network of their node (hostNetwork)`,
      ja: `${pod.name} の Pod がノードのネットワークを使用しています (hostNetwork)`,
    });
  },
  examples: [
    fails('the network of the node', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostNetwork: true
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    host_network = true
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('a network of its own', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostNetwork: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    host_network = false
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
  ],
});
