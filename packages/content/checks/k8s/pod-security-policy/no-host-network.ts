/** Pods of the policy may use the network of their node, past all network policies. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The policy refuses hostNetwork',
    ja: 'ポリシーは hostNetwork を拒否する',
  },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.policy.pod-security-policy',
  why: {
    en: 'Pods of the policy may use the network of their node, past all network policies.',
    ja: 'このポリシーの Pod は NetworkPolicy を通らずにノードのネットワークを使えます。',
  },
  fix: {
    edits: { kubernetes: [{ set: 'spec.hostNetwork', value: false }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set hostNetwork to false.',
      ja: 'hostNetwork を false にしてください。',
    },
    kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
spec:
  privileged: false
  runAsUser:
    rule: MustRunAsNonRoot
  hostNetwork: false`,
    terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    host_network = false
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-policy/'],
  equivalents: ['CKV_K8S_4', 'kubescape:C-0216'],
  evaluate(policy) {
    if (!policy.allowsHostNetwork) return pass();
    return fail({ en: `${policy.name} allows hostNetwork`, ja: `${policy.name} が hostNetwork を許可しています` });
  },
  examples: [
    fails('allowed', {
      kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
spec:
  privileged: false
  runAsUser:
    rule: MustRunAsNonRoot
  hostNetwork: true`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    host_network = true
  }
}`,
    }),
    passes('refused', {
      kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
spec:
  privileged: false
  runAsUser:
    rule: MustRunAsNonRoot
  hostNetwork: false`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    host_network = false
  }
}`,
    }),
  ],
});
