/** Pods that no policy selects accept connections of every pod of the cluster: one that is broken into reaches all others. */
import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'A network policy selects the pods',
    ja: 'NetworkPolicy が Pod を対象にしている',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Pods that no policy selects accept connections of every pod of the cluster: one that is broken into reaches all others.',
    ja: 'どのポリシーの対象でもない Pod は、クラスター内のすべての Pod から接続を受け付けます。一つ侵入されると全体に届きます。',
  },
  fix: {
    summary: {
      en: 'Add a NetworkPolicy to the namespace that selects the pods and allows what they need.',
      ja: 'Pod を対象とし、必要な通信だけを許可する NetworkPolicy を名前空間に追加してください。',
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
  equivalents: ['CKV2_K8S_6', 'kubescape:C-0260'],
  evaluate(pod) {
    const isCovered = anyOf(
      () => pod.hasIngressPolicy,
      () => pod.hasEgressPolicy,
    );
    if (isCovered) return pass();
    return fail({
      en: `No network policy of this code selects the pods of ${pod.name}`,
      ja: `このコードのどの NetworkPolicy も ${pod.name} の Pod を対象にしていません`,
    });
  },
  examples: [
    fails('no policy', {
      kubernetes: `apiVersion: apps/v1
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
      terraform: `resource "kubernetes_deployment_v1" "orders" {
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
    passes('all pods of the namespace', {
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
    fails('a policy of another namespace', {
      kubernetes: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: deny
  namespace: billing
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
    }),
  ],
});
