/** A node port answers at the address of every node, past load balancers and their rules. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Services open no ports of nodes',
    ja: 'Service はノードのポートを開かない',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.core.service',
  why: {
    en: 'A node port answers at the address of every node, past load balancers and their rules.',
    ja: 'NodePort は全ノードのアドレスで応答し、ロードバランサーとそのルールを通りません。',
  },
  fix: {
    summary: {
      en: 'Use a ClusterIP service behind an ingress or load balancer.',
      ja: 'ClusterIP の Service を Ingress やロードバランサーの背後に置いてください。',
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
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.type !== 'NodePort') return pass();
    return fail({ en: `${service.name} opens a port of every node`, ja: `${service.name} が全ノードのポートを開いています` });
  },
  examples: [
    fails('a node port', {
      kubernetes: `apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  type: NodePort
  ports:
    - port: 80`,
      terraform: `resource "kubernetes_service_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    type = "NodePort"
    port {
      port = 80
    }
  }
}`,
    }),
    passes('inside of the cluster', {
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
