/** externalIPs take over the traffic of the cluster to any address, the DNS server of others included (CVE-2020-8554). */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Services have no external IPs',
    ja: 'Service に externalIPs を設定しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.core.service',
  why: {
    en: 'externalIPs take over the traffic of the cluster to any address, the DNS server of others included (CVE-2020-8554).',
    ja: 'externalIPs は、他者の DNS サーバーなど任意のアドレス宛のクラスター内通信を奪えます (CVE-2020-8554)。',
  },
  fix: {
    summary: {
      en: 'Remove externalIPs and use a load balancer.',
      ja: 'externalIPs を削除し、ロードバランサーを使ってください。',
    },
    kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  ports:
    - port: 80`,
    terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    port {
      port = 80
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/'],
  equivalents: ['AVD-KSV-0108', 'KSV108'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    const address = find(service.externalIps, () => true);
    if (address === undefined) return pass();
    return fail({ en: `${service.name} takes the traffic to ${address}`, ja: `${service.name} が ${address} 宛の通信を受け取ります` });
  },
  examples: [
    fails('an address', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  ports:
    - port: 80
  externalIPs: ['192.0.2.10']`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    port {
      port = 80
    }
    external_ips = ["192.0.2.10"]
  }
}`,
    }),
    passes('none', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  ports:
    - port: 80`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    port {
      port = 80
    }
  }
}`,
    }),
  ],
});
