/** Lua in a snippet is a program that runs inside of the controller, with its token. */
import { NGINX_SNIPPETS, defineCheck, fail, fails, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Snippets of ingresses run no Lua',
    ja: 'Ingress のスニペットで Lua を実行しない',
  },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.networking.ingress',
  why: {
    en: 'Lua in a snippet is a program that runs inside of the controller, with its token.',
    ja: 'スニペット内の Lua は、コントローラーの中でそのトークンと共に動くプログラムです。',
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
  equivalents: ['CKV_K8S_152'],
  noFramework: 'no control mapping yet',
  evaluate(ingress) {
    const key = which(
      Object.fromEntries(
        NGINX_SNIPPETS.map((each) => [
          each,
          () => {
            const value = ingress.annotations.get(each) ?? '';
            return /lua_|_by_lua/.test(value);
          },
        ]),
      ),
    );
    if (key === undefined) return pass();
    return fail({ en: `${ingress.name} runs Lua in a snippet`, ja: `${ingress.name} がスニペットで Lua を実行しています` });
  },
  examples: [
    fails('a snippet', {
      kubernetes: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: orders
  annotations:
    nginx.ingress.kubernetes.io/configuration-snippet: access_by_lua_block { os.execute("id") }
spec:
  tls:
    - hosts: [orders.example.com]
      secretName: orders-tls
  rules:
    - host: orders.example.com`,
      terraform: `resource "kubernetes_ingress_v1" "orders" {
  metadata {
    name = "orders"
    annotations = { "nginx.ingress.kubernetes.io/configuration-snippet" = "access_by_lua_block { os.execute(\\"id\\") }" }
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
    nginx.ingress.kubernetes.io/server-snippet: access_by_lua_block { os.execute("id") }
spec:
  tls:
    - hosts: [orders.example.com]
      secretName: orders-tls
  rules:
    - host: orders.example.com`,
      terraform: `resource "kubernetes_ingress_v1" "orders" {
  metadata {
    name = "orders"
    annotations = { "nginx.ingress.kubernetes.io/server-snippet" = "access_by_lua_block { os.execute(\\"id\\") }" }
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
