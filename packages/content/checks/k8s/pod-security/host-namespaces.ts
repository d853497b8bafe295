/** Baseline: hostNetwork, hostPID and hostIPC are not allowed. */
import { defineCheck, fail, fails, isUnknown, pass, passes, podSecurityParams, which } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods do not share namespaces of their node',
    ja: 'Pod はノードの名前空間を共有しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'In the namespaces of its node a process sees the traffic, the processes and the shared memory of everything that runs there.',
    ja: 'ノードの名前空間を共有すると、プロセスはノード上の通信・プロセス・共有メモリーをすべて見ることができます。',
  },
  fix: {
    edits: {
      kubernetes: [
        { set: '$pod.hostNetwork', value: false, ifThere: true },
        { set: '$pod.hostPID', value: false, ifThere: true },
        { set: '$pod.hostIPC', value: false, ifThere: true },
      ],
    },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set hostNetwork, hostPID and hostIPC to false, or leave them out.',
      ja: 'hostNetwork、hostPID、hostIPC を false にするか、削除してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostNetwork: false
  hostPID: false
  hostIPC: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    host_network = false
    host_pid = false
    host_ipc = false
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: [],
  params: podSecurityParams,
  evaluate(pod) {
    const shared = which({ hostNetwork: () => pod.usesHostNetwork, hostPID: () => pod.usesHostPid, hostIPC: () => pod.usesHostIpc });
    if (shared === undefined) return pass();
    return fail({
      en: `The pods of ${pod.name} use ${shared} of their node`,
      ja: `${pod.name} の Pod がノードの ${shared} を使用しています`,
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
    passes('nothing is shared', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostNetwork: false
  hostPID: false
  hostIPC: false
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    host_network = false
    host_pid = false
    host_ipc = false
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    isUnknown('a variable decides', {
      terraform: `variable "host_network" {}
resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    host_network = var.host_network
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
  ],
});
