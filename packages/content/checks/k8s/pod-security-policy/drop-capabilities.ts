/** Pods of the policy keep all capabilities that the runtime gives. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The policy drops capabilities',
    ja: 'ポリシーはケーパビリティを落とす',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.policy.pod-security-policy',
  why: {
    en: 'Pods of the policy keep all capabilities that the runtime gives.',
    ja: 'このポリシーの Pod は、ランタイムが与える全ケーパビリティを保持します。',
  },
  fix: {
    edits: { kubernetes: [{ set: 'spec.requiredDropCapabilities', value: ['ALL'] }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Add ALL to requiredDropCapabilities.',
      ja: 'requiredDropCapabilities に ALL を追加してください。',
    },
    kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
spec:
  privileged: false
  runAsUser:
    rule: MustRunAsNonRoot
  requiredDropCapabilities: [ALL]`,
    terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    required_drop_capabilities = ["ALL"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-policy/'],
  equivalents: ['CKV_K8S_36', 'kubescape:C-0220'],
  evaluate(policy) {
    if (any(policy.requiredDrops, () => true)) return pass();
    return fail({ en: `${policy.name} drops no capabilities`, ja: `${policy.name} がケーパビリティを落としていません` });
  },
  examples: [
    fails('nothing is dropped', {
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
    passes('ALL', {
      kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
spec:
  privileged: false
  runAsUser:
    rule: MustRunAsNonRoot
  requiredDropCapabilities: [ALL]`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
    required_drop_capabilities = ["ALL"]
  }
}`,
    }),
  ],
});
