/** Pods of the policy may see all processes of their node. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The policy refuses hostPID',
    ja: 'ポリシーは hostPID を拒否する',
  },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.policy.pod-security-policy',
  why: {
    en: 'Pods of the policy may see all processes of their node.',
    ja: 'このポリシーの Pod はノードの全プロセスを見られます。',
  },
  fix: {
    edits: { kubernetes: [{ set: 'spec.hostPID', value: false }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set hostPID to false.',
      ja: 'hostPID を false にしてください。',
    },
    kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
spec:
  privileged: false
  runAsUser:
    rule: MustRunAsNonRoot
  hostPID: false`,
    terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    host_pid = false
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-policy/'],
  equivalents: ['CKV_K8S_1', 'kubescape:C-0214'],
  evaluate(policy) {
    if (!policy.allowsHostPid) return pass();
    return fail({ en: `${policy.name} allows hostPID`, ja: `${policy.name} が hostPID を許可しています` });
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
  hostPID: true`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    host_pid = true
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
  hostPID: false`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    host_pid = false
  }
}`,
    }),
  ],
});
