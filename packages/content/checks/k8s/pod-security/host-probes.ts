/** Baseline, v1.34 and later: probes and lifecycle hooks go to the pod itself. */
import {
  annotationWith,
  defineCheck,
  fail,
  fails,
  find,
  isNotApplicable,
  labelOf,
  notApplicable,
  notInForce,
  pass,
  passes,
  podSecurityParams,
  shown,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Probes and lifecycle hooks name no host',
    ja: 'プローブとライフサイクルフックはホストを指定しない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'The kubelet sends probes from the node: with a host of its choice a pod makes it send requests anywhere the node can reach.',
    ja: 'プローブはノード上の kubelet が送信するため、ホストを指定できると、ノードから届くあらゆる宛先へ要求を送らせることができます。',
  },
  fix: {
    summary: {
      en: 'Remove host from httpGet and tcpSocket of probes and lifecycle hooks; the address of the pod is used then.',
      ja: 'プローブとライフサイクルフックの httpGet・tcpSocket から host を削除してください。Pod のアドレスが使われます。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      readinessProbe:
        tcpSocket:
          port: 8080`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      readiness_probe {
        tcp_socket {
          port = 8080
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: [],
  params: podSecurityParams,
  evaluate(pod, request) {
    if (request.version < 34) return notApplicable(notInForce);
    const pointing = find(pod.containers, (container) => annotationWith(container.hosts, '', (host) => host !== '') !== undefined);
    if (!pointing) return pass();
    const field = shown(() => annotationWith(pointing.hosts, '', (host) => host !== ''));
    return fail({
      en: `Container ${labelOf(pointing)} of ${pod.name} sets ${field}`,
      ja: `${pod.name} のコンテナー ${labelOf(pointing)} が ${field} を指定しています`,
    });
  },
  examples: [
    fails('a probe of another host', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      livenessProbe:
        httpGet:
          host: '192.0.2.10'
          port: 8080`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      liveness_probe {
        http_get {
          host = "192.0.2.10"
          port = 8080
        }
      }
    }
  }
}`,
    }),
    fails('a hook that calls another host', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      lifecycle:
        preStop:
          httpGet:
            host: '192.0.2.10'
            port: 8080`,
    }),
    passes('the pod itself is probed', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      readinessProbe:
        tcpSocket:
          port: 8080`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      readiness_probe {
        tcp_socket {
          port = 8080
        }
      }
    }
  }
}`,
    }),
    isNotApplicable(
      'older versions do not ask',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      livenessProbe:
        httpGet:
          host: '192.0.2.10'
          port: 8080`,
        terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      liveness_probe {
        http_get {
          host = "192.0.2.10"
          port = 8080
        }
      }
    }
  }
}`,
      },
      { params: { version: 33 } },
    ),
  ],
});
