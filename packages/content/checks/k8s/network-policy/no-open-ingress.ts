/** An ingress rule without peers, or for 0.0.0.0/0, lets everybody in and so is no limit at all. */
import { any, defineCheck, fail, fails, find, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Network policies let known peers in',
    ja: 'NetworkPolicy は既知の相手からの受信だけを許可する',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.networking.network-policy',
  why: {
    en: 'An ingress rule without peers, or for 0.0.0.0/0, lets everybody in and so is no limit at all.',
    ja: '相手を指定しない、または 0.0.0.0/0 を許す受信ルールは、誰でも受け入れるため制限になりません。',
  },
  fix: {
    summary: {
      en: 'Name the peers in from.',
      ja: 'from に相手を指定してください。',
    },
    kubernetes: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: orders
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - ipBlock:
            cidr: 198.51.100.0/24`,
    terraform: `resource "kubernetes_network_policy_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress", "Egress"]
    ingress {
      from {
        ip_block {
          cidr = "198.51.100.0/24"
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  equivalents: [],
  evaluate(policy) {
    const open = find(
      policy.ingress,
      (rule) =>
        (none(rule.peers, () => true) && none(rule.ports, () => true)) ||
        any(rule.peers, (peer) => peer.cidr === '0.0.0.0/0' || peer.cidr === '::/0'),
    );
    if (!open) return pass();
    return fail({ en: `${policy.name} allows ingress from everywhere`, ja: `${policy.name} がすべての相手からの受信を許可しています` });
  },
  examples: [
    fails('the whole internet', {
      kubernetes: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: orders
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - ipBlock:
            cidr: 0.0.0.0/0`,
      terraform: `resource "kubernetes_network_policy_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress", "Egress"]
    ingress {
      from {
        ip_block {
          cidr = "0.0.0.0/0"
        }
      }
    }
  }
}`,
    }),
    fails('nobody is named', {
      kubernetes: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: orders
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress:
    - {}`,
    }),
    passes('known addresses', {
      kubernetes: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: orders
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - ipBlock:
            cidr: 198.51.100.0/24`,
      terraform: `resource "kubernetes_network_policy_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress", "Egress"]
    ingress {
      from {
        ip_block {
          cidr = "198.51.100.0/24"
        }
      }
    }
  }
}`,
    }),
  ],
});
