/** Pods of the policy may take over their node. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The policy refuses privileged containers',
    ja: 'ポリシーは特権コンテナーを拒否する',
  },
  severity: 'critical',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.policy.pod-security-policy',
  why: {
    en: 'Pods of the policy may take over their node.',
    ja: 'このポリシーの Pod はノードを乗っ取れます。',
  },
  fix: {
    edits: { kubernetes: [{ set: 'spec.privileged', value: false }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set privileged to false.',
      ja: 'privileged を false にしてください。',
    },
    kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
spec:
  privileged: false
  runAsUser:
    rule: MustRunAsNonRoot`,
    terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-policy/'],
  equivalents: ['CKV_K8S_2', 'kubescape:C-0213'],
  evaluate(policy) {
    if (!policy.allowsPrivileged) return pass();
    return fail({ en: `${policy.name} allows privileged containers`, ja: `${policy.name} が特権コンテナーを許可しています` });
  },
  examples: [
    fails('allowed', {
      kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
spec:
  privileged: true
  runAsUser:
    rule: MustRunAsNonRoot`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = true
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
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
    rule: MustRunAsNonRoot`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
  }
}`,
    }),
  ],
});
