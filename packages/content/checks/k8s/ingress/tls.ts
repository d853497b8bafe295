/** Without TLS passwords and cookies go through the internet in plain text. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Ingresses use TLS',
    ja: 'Ingress で TLS を使う',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.networking.ingress',
  why: {
    en: 'Without TLS passwords and cookies go through the internet in plain text.',
    ja: 'TLS がないと、パスワードやクッキーが平文でインターネットを流れます。',
  },
  fix: {
    summary: {
      en: 'Add tls with a Secret that holds the certificate.',
      ja: '証明書の Secret を指定した tls を追加してください。',
    },
    kubernetes: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: orders
spec:
  tls:
    - hosts: [orders.example.com]
      secretName: orders-tls
  rules:
    - host: orders.example.com`,
    terraform: `resource "kubernetes_ingress_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    tls {
      hosts = ["orders.example.com"]
      secret_name = "orders-tls"
    }
    rule {
      host = "orders.example.com"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#tls'],
  equivalents: ['kubescape:C-0263'],
  evaluate(ingress) {
    if (any(ingress.tls, () => true)) return pass();
    return fail({ en: `${ingress.name} answers without TLS`, ja: `${ingress.name} が TLS なしで応答します` });
  },
  examples: [
    fails('no TLS', {
      kubernetes: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: orders
spec:
  rules:
    - host: orders.example.com`,
      terraform: `resource "kubernetes_ingress_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    rule {
      host = "orders.example.com"
    }
  }
}`,
    }),
    passes('TLS', {
      kubernetes: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: orders
spec:
  tls:
    - hosts: [orders.example.com]
      secretName: orders-tls
  rules:
    - host: orders.example.com`,
      terraform: `resource "kubernetes_ingress_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    tls {
      hosts = ["orders.example.com"]
      secret_name = "orders-tls"
    }
    rule {
      host = "orders.example.com"
    }
  }
}`,
    }),
  ],
});
