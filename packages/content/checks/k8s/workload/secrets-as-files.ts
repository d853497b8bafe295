/** Variables are inherited by every child process, shown in crash reports and logs, and readable through /proc. */
import { any, anyOf, defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Secrets reach containers as files, not as variables',
    ja: 'Secret は環境変数ではなくファイルとして渡す',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Variables are inherited by every child process, shown in crash reports and logs, and readable through /proc.',
    ja: '環境変数は子プロセスに引き継がれ、クラッシュレポートやログに現れ、/proc からも読めます。',
  },
  fix: {
    summary: {
      en: 'Mount the Secret as a volume and read the file.',
      ja: 'Secret をボリュームとしてマウントし、ファイルから読んでください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      volumeMounts:
        - name: keys
          mountPath: /keys
          readOnly: true
  volumes:
    - name: keys
      secret: {}`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      volume_mount {
        name = "keys"
        mount_path = "/keys"
        read_only = true
      }
    }
    volume {
      name = "keys"
      secret {}
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/configuration/secret/'],
  equivalents: ['CKV_K8S_35', 'kubescape:C-0207'],
  evaluate(pod) {
    const found = find(pod.containers, (container) =>
      anyOf(
        () => any(container.env, (variable) => variable.isFromSecret),
        () => any(container.secretSources, (isSecret) => isSecret),
      ),
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} gets a Secret as a variable`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が Secret を環境変数で受け取っています`,
    });
  },
  examples: [
    fails('one variable', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      env:
        - name: TOKEN
          valueFrom:
            secretKeyRef:
              name: orders
              key: token`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      env {
        name = "TOKEN"
        value_from {
          secret_key_ref {
            name = "orders"
            key = "token"
          }
        }
      }
    }
  }
}`,
    }),
    fails('all keys of a Secret', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      envFrom:
        - secretRef:
            name: orders`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      env_from {
        secret_ref {
          name = "orders"
        }
      }
    }
  }
}`,
    }),
    passes('a file', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      volumeMounts:
        - name: keys
          mountPath: /keys
          readOnly: true
  volumes:
    - name: keys
      secret: {}`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      volume_mount {
        name = "keys"
        mount_path = "/keys"
        read_only = true
      }
    }
    volume {
      name = "keys"
      secret {}
    }
  }
}`,
    }),
  ],
});
