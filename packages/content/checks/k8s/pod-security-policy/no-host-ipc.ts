/** Pods of the policy may share memory with processes of their node. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The policy refuses hostIPC',
    ja: 'ポリシーは hostIPC を拒否する',
  },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.policy.pod-security-policy',
  why: {
    en: 'Pods of the policy may share memory with processes of their node.',
    ja: 'このポリシーの Pod はノードのプロセスとメモリーを共有できます。',
  },
  fix: {
    edits: { kubernetes: [{ set: 'spec.hostIPC', value: false }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set hostIPC to false.',
      ja: 'hostIPC を false にしてください。',
    },
    kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
spec:
  privileged: false
  runAsUser:
    rule: MustRunAsNonRoot
  hostIPC: false`,
    terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    host_ipc = false
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-policy/'],
  equivalents: ['CKV_K8S_3', 'kubescape:C-0215'],
  evaluate(policy) {
    if (!policy.allowsHostIpc) return pass();
    return fail({ en: `${policy.name} allows hostIPC`, ja: `${policy.name} が hostIPC を許可しています` });
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
  hostIPC: true`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    host_ipc = true
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
  hostIPC: false`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    host_ipc = false
  }
}`,
    }),
  ],
});
