/** An egress rule for everything lets data out to anywhere, and pods reach the metadata service of their cloud. */
import { any, defineCheck, fail, fails, find, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Network policies let pods reach known peers',
    ja: 'NetworkPolicy は既知の相手への送信だけを許可する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.networking.network-policy',
  why: {
    en: 'An egress rule for everything lets data out to anywhere, and pods reach the metadata service of their cloud.',
    ja: 'すべてを許す送信ルールでは、どこへでもデータを持ち出せ、クラウドのメタデータサービスにも届きます。',
  },
  fix: {
    summary: {
      en: 'Name the peers in to.',
      ja: 'to に相手を指定してください。',
    },
    kubernetes: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: orders
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  egress:
    - to:
        - ipBlock:
            cidr: 198.51.100.0/24`,
    terraform: `resource "kubernetes_network_policy_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress", "Egress"]
    egress {
      to {
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
      policy.egress,
      (rule) =>
        (none(rule.peers, () => true) && none(rule.ports, () => true)) ||
        any(rule.peers, (peer) => peer.cidr === '0.0.0.0/0' || peer.cidr === '::/0'),
    );
    if (!open) return pass();
    return fail({ en: `${policy.name} allows egress to everywhere`, ja: `${policy.name} がすべての相手への送信を許可しています` });
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
  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0`,
      terraform: `resource "kubernetes_network_policy_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress", "Egress"]
    egress {
      to {
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
  egress:
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
  egress:
    - to:
        - ipBlock:
            cidr: 198.51.100.0/24`,
      terraform: `resource "kubernetes_network_policy_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress", "Egress"]
    egress {
      to {
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
