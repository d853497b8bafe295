/** What is limited in one direction only still lets data out, or attackers in. */
import { defineCheck, fail, fails, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Network policies limit the pods in both directions',
    ja: 'NetworkPolicy が Pod の送受信の両方を制限している',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'What is limited in one direction only still lets data out, or attackers in.',
    ja: '片方向だけの制限では、データの持ち出しか攻撃者の侵入のどちらかを許してしまいます。',
  },
  fix: {
    summary: {
      en: 'Add policies with policyTypes Ingress and Egress that select the pods.',
      ja: 'Pod を対象とする Ingress と Egress のポリシーを追加してください。',
    },
    kubernetes: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: deny
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_network_policy_v1" "deny" {
  metadata {
    name = "deny"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress", "Egress"]
  }
}
resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    selector {
      match_labels = { app = "orders" }
    }
    template {
      metadata {
        labels = { app = "orders" }
      }
      spec {
        container {
          name = "api"
          image = "registry.example.com/orders/api:1.4.2"
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  equivalents: ['kubescape:C-0030'],
  evaluate(pod) {
    const open = which({ ingress: () => !pod.hasIngressPolicy, egress: () => !pod.hasEgressPolicy });
    if (open === undefined) return pass();
    return fail({
      en: `No network policy of this code limits ${open} of the pods of ${pod.name}`,
      ja: `このコードのどの NetworkPolicy も ${pod.name} の Pod の ${open} を制限していません`,
    });
  },
  examples: [
    fails('ingress only', {
      kubernetes: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: deny
spec:
  podSelector: {}
  policyTypes: [Ingress]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_network_policy_v1" "deny" {
  metadata {
    name = "deny"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress"]
  }
}
resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    selector {
      match_labels = { app = "orders" }
    }
    template {
      metadata {
        labels = { app = "orders" }
      }
      spec {
        container {
          name = "api"
          image = "registry.example.com/orders/api:1.4.2"
        }
      }
    }
  }
}`,
    }),
    passes('both', {
      kubernetes: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: deny
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-api
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
      containers:
        - name: api
          image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_network_policy_v1" "deny" {
  metadata {
    name = "deny"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress", "Egress"]
  }
}
resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    selector {
      match_labels = { app = "orders" }
    }
    template {
      metadata {
        labels = { app = "orders" }
      }
      spec {
        container {
          name = "api"
          image = "registry.example.com/orders/api:1.4.2"
        }
      }
    }
  }
}`,
    }),
  ],
});
