/** Baseline: HostProcess containers are not allowed. */
import { defineCheck, fail, fails, find, labelOf, pass, passes, podSecurityParams } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Windows pods do not run as HostProcess',
    ja: 'Windows Pod は HostProcess として動作しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A HostProcess container runs on the Windows node itself, with the rights of the account it names, and sees everything on it.',
    ja: 'HostProcess コンテナーは Windows ノード上で直接動作し、指定したアカウントの権限でノード全体を見ることができます。',
  },
  fix: {
    edits: {
      kubernetes: [
        { set: '$pod.securityContext.windowsOptions.hostProcess', value: false, ifThere: true },
        { set: '$containers.securityContext.windowsOptions.hostProcess', value: false, ifThere: true },
      ],
    },
    cautions: ['breaks-software'],
    summary: {
      en: 'Remove windowsOptions.hostProcess from the pod and its containers.',
      ja: 'Pod とコンテナーから windowsOptions.hostProcess を削除してください。',
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
        windowsOptions:
          hostProcess: false`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        windows_options {
          host_process = false
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: ['kubescape:C-0202', 'AVD-KSV-0103', 'KSV103'],
  params: podSecurityParams,
  evaluate(pod) {
    if (pod.security.isHostProcess)
      return fail({
        en: `The pods of ${pod.name} run as HostProcess on their Windows node`,
        ja: `${pod.name} の Pod が Windows ノード上で HostProcess として動作しています`,
      });
    const host = find(pod.containers, (container) => container.security.isHostProcess);
    if (!host) return pass();
    return fail({
      en: `Container ${labelOf(host)} of ${pod.name} runs as HostProcess on its Windows node`,
      ja: `${pod.name} のコンテナー ${labelOf(host)} が Windows ノード上で HostProcess として動作しています`,
    });
  },
  examples: [
    fails('the pod is a HostProcess pod', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostNetwork: true
  securityContext:
    windowsOptions:
      hostProcess: true
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    host_network = true
    security_context {
      windows_options {
        host_process = true
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    fails('one container is', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        windowsOptions:
          hostProcess: true`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        windows_options {
          host_process = true
        }
      }
    }
  }
}`,
    }),
    passes('an ordinary Windows pod', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        windowsOptions:
          hostProcess: false`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        windows_options {
          host_process = false
        }
      }
    }
  }
}`,
    }),
  ],
});
