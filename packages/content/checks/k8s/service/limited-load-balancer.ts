/** Without source ranges, and unless it is internal, a load balancer is open to the whole internet. */
import { any, defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Load balancers let known clients in only',
    ja: 'ロードバランサーは既知の接続元だけを許可する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.core.service',
  why: {
    en: 'Without source ranges, and unless it is internal, a load balancer is open to the whole internet.',
    ja: '接続元の制限がなく内部用でもないロードバランサーは、インターネット全体に開かれます。',
  },
  fix: {
    summary: {
      en: 'Set loadBalancerSourceRanges, or make the load balancer an internal one.',
      ja: 'loadBalancerSourceRanges を設定するか、内部ロードバランサーにしてください。',
    },
    kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  type: LoadBalancer
  loadBalancerSourceRanges: [198.51.100.0/24]
  ports:
    - port: 80`,
    terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    type = "LoadBalancer"
    load_balancer_source_ranges = ["198.51.100.0/24"]
    port {
      port = 80
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/'],
  equivalents: [],
  evaluate(service) {
    if (service.type !== 'LoadBalancer') return pass();
    const isInternal = INTERNAL.some(([key, value]) => value.test(service.annotations.get(key) ?? ''));
    if (isInternal) return pass();
    if (any(service.sourceRanges, () => true) && none(service.sourceRanges, (range) => /^(?:0\.0\.0\.0|::)\/0$/.test(range))) return pass();
    return fail({
      en: `The load balancer of ${service.name} is open to everybody`,
      ja: `${service.name} のロードバランサーがすべての接続元に開かれています`,
    });
  },
  examples: [
    fails('everybody', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  type: LoadBalancer
  ports:
    - port: 80`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    type = "LoadBalancer"
    port {
      port = 80
    }
  }
}`,
    }),
    fails('written out', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  type: LoadBalancer
  loadBalancerSourceRanges: [0.0.0.0/0]
  ports:
    - port: 80`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    type = "LoadBalancer"
    load_balancer_source_ranges = ["0.0.0.0/0"]
    port {
      port = 80
    }
  }
}`,
    }),
    passes('known clients', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  type: LoadBalancer
  loadBalancerSourceRanges: [198.51.100.0/24]
  ports:
    - port: 80`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    type = "LoadBalancer"
    load_balancer_source_ranges = ["198.51.100.0/24"]
    port {
      port = 80
    }
  }
}`,
    }),
    passes('an internal one', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-scheme: internal
spec:
  type: LoadBalancer
  ports:
    - port: 80`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
    annotations = { "service.beta.kubernetes.io/aws-load-balancer-scheme" = "internal" }
  }
  spec {
    type = "LoadBalancer"
    port {
      port = 80
    }
  }
}`,
    }),
  ],
});

/** Annotations that make a load balancer internal. Sources: AWS Load Balancer Controller, AKS and GKE documentation; read 2026-11-22. */
const INTERNAL: readonly (readonly [string, RegExp])[] = [
  ['service.beta.kubernetes.io/aws-load-balancer-internal', /^(?:true|0\.0\.0\.0\/0)$/],
  ['service.beta.kubernetes.io/aws-load-balancer-scheme', /^internal$/],
  ['service.beta.kubernetes.io/azure-load-balancer-internal', /^true$/],
  ['networking.gke.io/load-balancer-type', /^Internal$/i],
  ['cloud.google.com/load-balancer-type', /^Internal$/i],
];
