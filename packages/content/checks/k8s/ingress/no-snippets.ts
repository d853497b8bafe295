/** A snippet is configuration of the controller: who writes one reads its token and through it all Secrets (CVE-2021-25742). */
import { NGINX_SNIPPETS, defineCheck, fail, fails, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Ingresses carry no snippets of nginx configuration',
    ja: 'Ingress に nginx の設定スニペットを書かない',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.networking.ingress',
  why: {
    en: 'A snippet is configuration of the controller: who writes one reads its token and through it all Secrets (CVE-2021-25742).',
    ja: 'スニペットはコントローラーの設定そのもので、書ける者はそのトークンを通じて全 Secret を読めます (CVE-2021-25742)。',
  },
  fix: {
    summary: {
      en: 'Remove the snippet annotations.',
      ja: 'スニペットのアノテーションを削除してください。',
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
  references: ['https://github.com/kubernetes/ingress-nginx/issues/7837'],
  equivalents: ['CKV_K8S_153'],
  noFramework: 'no control mapping yet',
  evaluate(ingress) {
    const key = which(
      Object.fromEntries(
        NGINX_SNIPPETS.map((each) => [
          each,
          () => {
            const value = ingress.annotations.get(each) ?? '';
            return value !== '';
          },
        ]),
      ),
    );
    if (key === undefined) return pass();
    return fail({ en: `${ingress.name} has a snippet of nginx configuration`, ja: `${ingress.name} に nginx の設定スニペットがあります` });
  },
  examples: [
    fails('a snippet', {
      kubernetes: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: orders
  annotations:
    nginx.ingress.kubernetes.io/configuration-snippet: 'more_set_headers "X-Frame-Options: DENY";'
spec:
  tls:
    - hosts: [orders.example.com]
      secretName: orders-tls
  rules:
    - host: orders.example.com`,
      terraform: `resource "kubernetes_ingress_v1" "orders" {
  metadata {
    name = "orders"
    annotations = { "nginx.ingress.kubernetes.io/configuration-snippet" = "more_set_headers \\"X-Frame-Options: DENY\\";" }
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
    fails('of the server', {
      kubernetes: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: orders
  annotations:
    nginx.ingress.kubernetes.io/server-snippet: 'more_set_headers "X-Frame-Options: DENY";'
spec:
  tls:
    - hosts: [orders.example.com]
      secretName: orders-tls
  rules:
    - host: orders.example.com`,
      terraform: `resource "kubernetes_ingress_v1" "orders" {
  metadata {
    name = "orders"
    annotations = { "nginx.ingress.kubernetes.io/server-snippet" = "more_set_headers \\"X-Frame-Options: DENY\\";" }
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
    passes('none', {
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
