/** Pods of the policy may ask for pieces of root. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The policy adds no capabilities',
    ja: 'ポリシーはケーパビリティの追加を許可しない',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.policy.pod-security-policy',
  why: {
    en: 'Pods of the policy may ask for pieces of root.',
    ja: 'このポリシーの Pod は root 権限の一部を要求できます。',
  },
  fix: {
    summary: {
      en: 'Remove allowedCapabilities.',
      ja: 'allowedCapabilities を削除してください。',
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
  equivalents: ['CKV_K8S_24', 'kubescape:C-0219'],
  evaluate(policy) {
    if (none(policy.allowedCapabilities, () => true)) return pass();
    return fail({ en: `${policy.name} lets pods add capabilities`, ja: `${policy.name} がケーパビリティの追加を許可しています` });
  },
  examples: [
    fails('one is allowed', {
      kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
spec:
  privileged: false
  runAsUser:
    rule: MustRunAsNonRoot
  allowedCapabilities: [NET_ADMIN]`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    allowed_capabilities = ["NET_ADMIN"]
  }
}`,
    }),
    passes('none is', {
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
