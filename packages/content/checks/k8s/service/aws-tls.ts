/** A load balancer that answers on 443 without a certificate passes bytes on: nobody checks or ends TLS there. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'HTTPS load balancers of AWS have a certificate',
    ja: 'AWS の HTTPS ロードバランサーに証明書がある',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.core.service',
  why: {
    en: 'A load balancer that answers on 443 without a certificate passes bytes on: nobody checks or ends TLS there.',
    ja: '証明書のない 443 番のロードバランサーはバイト列を通すだけで、TLS の終端も検証も行いません。',
  },
  fix: {
    summary: {
      en: 'Set service.beta.kubernetes.io/aws-load-balancer-ssl-cert to the ARN of a certificate.',
      ja: 'service.beta.kubernetes.io/aws-load-balancer-ssl-cert に証明書の ARN を設定してください。',
    },
    kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:aws:acm:ap-northeast-1:123456789012:certificate/orders
spec:
  type: LoadBalancer
  ports:
    - port: 443`,
    terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
    annotations = { "service.beta.kubernetes.io/aws-load-balancer-ssl-cert" = "arn:aws:acm:ap-northeast-1:123456789012:certificate/orders" }
  }
  spec {
    type = "LoadBalancer"
    port {
      port = 443
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/'],
  equivalents: ['kubescape:C-0231'],
  evaluate(service) {
    if (service.type !== 'LoadBalancer') return pass();
    const { known } = service.annotations.keys();
    if (!known.some((key) => key.startsWith('service.beta.kubernetes.io/aws-load-balancer-'))) return pass();
    if (none(service.ports, (port) => port.number === 443)) return pass();
    if ((service.annotations.get('service.beta.kubernetes.io/aws-load-balancer-ssl-cert') ?? '') !== '') return pass();
    return fail({
      en: `The load balancer of ${service.name} answers HTTPS without a certificate`,
      ja: `${service.name} のロードバランサーが証明書なしで HTTPS に応答します`,
    });
  },
  examples: [
    fails('no certificate', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-type: nlb
spec:
  type: LoadBalancer
  ports:
    - port: 443`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
    annotations = { "service.beta.kubernetes.io/aws-load-balancer-type" = "nlb" }
  }
  spec {
    type = "LoadBalancer"
    port {
      port = 443
    }
  }
}`,
    }),
    passes('a certificate', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:aws:acm:ap-northeast-1:123456789012:certificate/orders
spec:
  type: LoadBalancer
  ports:
    - port: 443`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
    annotations = { "service.beta.kubernetes.io/aws-load-balancer-ssl-cert" = "arn:aws:acm:ap-northeast-1:123456789012:certificate/orders" }
  }
  spec {
    type = "LoadBalancer"
    port {
      port = 443
    }
  }
}`,
    }),
    passes('no HTTPS', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-type: nlb
spec:
  type: LoadBalancer
  ports:
    - port: 80`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
    annotations = { "service.beta.kubernetes.io/aws-load-balancer-type" = "nlb" }
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
