/** alias in a snippet serves files of the controller, the token of its service account for one. */
import { NGINX_SNIPPETS, defineCheck, fail, fails, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Snippets of ingresses use no alias',
    ja: 'Ingress のスニペットで alias を使わない',
  },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.networking.ingress',
  why: {
    en: 'alias in a snippet serves files of the controller, the token of its service account for one.',
    ja: 'スニペット内の alias は、サービスアカウントのトークンなどコントローラーのファイルを公開します。',
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
  equivalents: ['CKV_K8S_154'],
  noFramework: 'no control mapping yet',
  evaluate(ingress) {
    const key = which(
      Object.fromEntries(
        NGINX_SNIPPETS.map((each) => [
          each,
          () => {
            const value = ingress.annotations.get(each) ?? '';
            return /(?:^|[\s;{])alias\s/.test(value);
          },
        ]),
      ),
    );
    if (key === undefined) return pass();
    return fail({
      en: `${ingress.name} serves files of the controller in a snippet`,
      ja: `${ingress.name} がスニペットでコントローラーのファイルを公開しています`,
    });
  },
  examples: [
    fails('a snippet', {
      kubernetes: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: orders
  annotations:
    nginx.ingress.kubernetes.io/configuration-snippet: location /x { alias /var/run/secrets/; }
spec:
  tls:
    - hosts: [orders.example.com]
      secretName: orders-tls
  rules:
    - host: orders.example.com`,
      terraform: `resource "kubernetes_ingress_v1" "orders" {
  metadata {
    name = "orders"
    annotations = { "nginx.ingress.kubernetes.io/configuration-snippet" = "location /x { alias /var/run/secrets/; }" }
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
    nginx.ingress.kubernetes.io/server-snippet: location /x { alias /var/run/secrets/; }
spec:
  tls:
    - hosts: [orders.example.com]
      secretName: orders-tls
  rules:
    - host: orders.example.com`,
      terraform: `resource "kubernetes_ingress_v1" "orders" {
  metadata {
    name = "orders"
    annotations = { "nginx.ingress.kubernetes.io/server-snippet" = "location /x { alias /var/run/secrets/; }" }
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
