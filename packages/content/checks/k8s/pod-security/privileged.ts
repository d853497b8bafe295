/** Baseline: privileged containers are not allowed. */
import { defineCheck, fail, fails, find, labelOf, pass, passes, podSecurityParams } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers are not privileged',
    ja: 'コンテナーは特権モードで動作しない',
  },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A privileged container has every capability and all devices of its node: breaking out of it takes one command.',
    ja: '特権コンテナーはノードのすべてのケーパビリティとデバイスを持ち、コマンド一つでノードへ脱出できます。',
  },
  fix: {
    edits: { kubernetes: [{ set: '$containers.securityContext.privileged', value: false, ifThere: true }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set securityContext.privileged to false and add only the capabilities that are needed.',
      ja: 'securityContext.privileged を false にし、必要なケーパビリティだけを追加してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        privileged: false`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        privileged = false
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: ['CKV_K8S_16', 'AVD-KSV-0017', 'KSV017', 'kubescape:C-0057', 'kubescape:C-0193'],
  params: podSecurityParams,
  evaluate(pod) {
    const privileged = find(pod.containers, (container) => container.security.isPrivileged);
    if (!privileged) return pass();
    return fail({
      en: `Container ${labelOf(privileged)} of ${pod.name} is privileged`,
      ja: `${pod.name} のコンテナー ${labelOf(privileged)} が特権モードで動作しています`,
    });
  },
  examples: [
    fails('a privileged container', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        privileged: true`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        privileged = true
      }
    }
  }
}`,
    }),
    fails('a privileged init container', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
  initContainers:
    - name: prepare
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        privileged: true`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
    init_container {
      name = "prepare"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        privileged = true
      }
    }
  }
}`,
    }),
    passes('written out', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        privileged: false`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        privileged = false
      }
    }
  }
}`,
    }),
    passes('the default', {
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
  ],
});
