/** Ports below 1024 need root or a capability, which the program then has for everything else too. */
import { any, defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers use ports from 1024 on',
    ja: 'コンテナーは 1024 以上のポートを使う',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Ports below 1024 need root or a capability, which the program then has for everything else too.',
    ja: '1024 未満のポートには root またはケーパビリティが必要で、プログラムはそれを他のことにも使えてしまいます。',
  },
  fix: {
    summary: {
      en: 'Let the program listen on a port from 1024 on and map it in the Service.',
      ja: 'プログラムは 1024 以上のポートで待ち受け、Service で対応付けてください。',
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
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['AVD-KSV-0117', 'KSV117'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(pod.containers, (container) => any(container.ports, (port) => (port.number ?? 1024) < 1024));
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} listens on a port below 1024`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が 1024 未満のポートで待ち受けています`,
    });
  },
  examples: [
    fails('port 80', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      ports:
        - containerPort: 80`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      port {
        container_port = 80
      }
    }
  }
}`,
    }),
    passes('port 8080', {
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
