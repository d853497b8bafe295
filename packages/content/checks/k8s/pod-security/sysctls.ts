/** Baseline: safe sysctls only; versions 1.27, 1.29, 1.32 and 1.37 added some. */
import { defineCheck, fail, fails, pass, passes, podSecurityParams, unsafeSysctl } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods set safe sysctls only',
    ja: 'Pod は安全な sysctl だけを設定する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A sysctl that is not safe changes the kernel for every pod of the node, or switches protections off.',
    ja: '安全でない sysctl は、ノード上のすべての Pod に影響するか、カーネルの保護を無効にします。',
  },
  fix: {
    summary: {
      en: 'Remove sysctls that the standard does not call safe.',
      ja: '標準で安全とされていない sysctl を削除してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    sysctls:
      - name: net.ipv4.tcp_keepalive_time
        value: '600'
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      sysctl {
        name = "net.ipv4.tcp_keepalive_time"
        value = "600"
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: ['AVD-KSV-0026', 'KSV026'],
  params: podSecurityParams,
  evaluate(pod, request) {
    const unsafe = unsafeSysctl(pod, request);
    if (unsafe === undefined) return pass();
    return fail({ en: `The pods of ${pod.name} set the sysctl ${unsafe}`, ja: `${pod.name} の Pod が sysctl ${unsafe} を設定しています` });
  },
  examples: [
    fails('a sysctl of the whole node', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    sysctls:
      - name: kernel.msgmax
        value: '65536'
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      sysctl {
        name = "kernel.msgmax"
        value = "65536"
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    fails(
      'not yet safe in v1.28',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    sysctls:
      - name: net.ipv4.tcp_keepalive_time
        value: '600'
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
        terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      sysctl {
        name = "net.ipv4.tcp_keepalive_time"
        value = "600"
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
      },
      { params: { version: 28 } },
    ),
    passes('a safe one', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    sysctls:
      - name: net.ipv4.tcp_keepalive_time
        value: '600'
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      sysctl {
        name = "net.ipv4.tcp_keepalive_time"
        value = "600"
      }
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
