/** Pods of the policy may gain root inside of their container through setuid programs. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The policy refuses privilege escalation',
    ja: 'ポリシーは権限昇格を拒否する',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.policy.pod-security-policy',
  why: {
    en: 'Pods of the policy may gain root inside of their container through setuid programs.',
    ja: 'このポリシーの Pod は setuid プログラムでコンテナー内の root を得られます。',
  },
  fix: {
    edits: { kubernetes: [{ set: 'spec.allowPrivilegeEscalation', value: false }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set allowPrivilegeEscalation to false.',
      ja: 'allowPrivilegeEscalation を false にしてください。',
    },
    kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
spec:
  privileged: false
  runAsUser:
    rule: MustRunAsNonRoot
  allowPrivilegeEscalation: false`,
    terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    allow_privilege_escalation = false
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-policy/'],
  equivalents: ['CKV_K8S_5', 'kubescape:C-0217'],
  evaluate(policy) {
    if (!policy.allowsPrivilegeEscalation) return pass();
    return fail({ en: `${policy.name} allows privilege escalation`, ja: `${policy.name} が権限昇格を許可しています` });
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
  allowPrivilegeEscalation: true`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    allow_privilege_escalation = true
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
  allowPrivilegeEscalation: false`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    allow_privilege_escalation = false
  }
}`,
    }),
  ],
});
