/** Pods of the policy keep NET_RAW and forge packets with it. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The policy drops NET_RAW',
    ja: 'ポリシーは NET_RAW を落とす',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.policy.pod-security-policy',
  why: {
    en: 'Pods of the policy keep NET_RAW and forge packets with it.',
    ja: 'このポリシーの Pod は NET_RAW を保持し、パケットを偽造できます。',
  },
  fix: {
    edits: { kubernetes: [{ set: 'spec.requiredDropCapabilities', value: ['ALL'] }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Add NET_RAW or ALL to requiredDropCapabilities.',
      ja: 'requiredDropCapabilities に NET_RAW または ALL を追加してください。',
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
  equivalents: ['CKV_K8S_7'],
  evaluate(policy) {
    if (any(policy.requiredDrops, (capability) => /^(?:all|net_raw)$/i.test(capability))) return pass();
    return fail({ en: `${policy.name} does not drop NET_RAW`, ja: `${policy.name} が NET_RAW を落としていません` });
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
