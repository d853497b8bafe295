/** A password in a manifest is known to everybody who reads the repository, its history or the object in the cluster. */
import { credentialIn, defineCheck, describeCredential, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Variables of containers hold no credentials',
    ja: 'コンテナーの環境変数に認証情報を書かない',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A password in a manifest is known to everybody who reads the repository, its history or the object in the cluster.',
    ja: 'マニフェスト内のパスワードは、リポジトリーやその履歴、クラスター上のオブジェクトを読めるすべての人に知られます。',
  },
  fix: {
    summary: {
      en: 'Keep the value in a Secret that is made outside of the code, and change the password that was written here.',
      ja: '値はコードの外で作る Secret に置き、ここに書かれたパスワードは変更してください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      env:
        - name: DB_PASSWORD
          valueFrom:
            secretKeyRef:
              name: orders
              key: password`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      env {
        name = "DB_PASSWORD"
        value_from {
          secret_key_ref {
            name = "orders"
            key = "password"
          }
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/configuration/secret/'],
  equivalents: ['kubescape:C-0012'],
  evaluate(pod) {
    const found = find(pod.containers, (container) => credentialIn(container.credentials) !== undefined);
    if (!found) return pass();
    const credential = credentialIn(found.credentials);
    const { en, ja } = describeCredential(credential?.kind ?? '');
    return fail({
      en: `Variable ${credential?.variable} of container ${labelOf(found)} in ${pod.name} holds ${en}`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} の変数 ${credential?.variable} に${ja}が書かれています`,
    });
  },
  examples: [
    fails('a password', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      env:
        - name: DB_PASSWORD
          value: c0rrect-h0rse-b4ttery`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      env {
        name = "DB_PASSWORD"
        value = "c0rrect-h0rse-b4ttery"
      }
    }
  }
}`,
    }),
    passes('from a Secret', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      env:
        - name: DB_PASSWORD
          valueFrom:
            secretKeyRef:
              name: orders
              key: password`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      env {
        name = "DB_PASSWORD"
        value_from {
          secret_key_ref {
            name = "orders"
            key = "password"
          }
        }
      }
    }
  }
}`,
    }),
    passes('a placeholder', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      env:
        - name: DB_PASSWORD
          value: changeme`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      env {
        name = "DB_PASSWORD"
        value = "changeme"
      }
    }
  }
}`,
    }),
  ],
});
