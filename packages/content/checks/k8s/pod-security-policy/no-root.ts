/** Pods of the policy may run as root, which is root on the node once the container breaks. */
import { any, defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The policy refuses root',
    ja: 'ポリシーは root を拒否する',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.policy.pod-security-policy',
  why: {
    en: 'Pods of the policy may run as root, which is root on the node once the container breaks.',
    ja: 'このポリシーの Pod は root で動作でき、コンテナーが破られるとノード上の root になります。',
  },
  fix: {
    edits: { kubernetes: [{ set: 'spec.runAsUser.rule', value: 'MustRunAsNonRoot' }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set runAsUser.rule to MustRunAsNonRoot, or to MustRunAs with ranges above 0.',
      ja: 'runAsUser.rule を MustRunAsNonRoot、または 0 を含まない範囲の MustRunAs にしてください。',
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
  equivalents: ['CKV_K8S_6', 'kubescape:C-0218'],
  evaluate(policy) {
    const isSafe =
      policy.userRule === 'MustRunAsNonRoot' ||
      (policy.userRule === 'MustRunAs' && any(policy.userRangeStarts, () => true) && none(policy.userRangeStarts, (start) => start === 0));
    if (isSafe) return pass();
    return fail({ en: `${policy.name} lets pods run as root`, ja: `${policy.name} が root での動作を許可しています` });
  },
  examples: [
    fails('any user', {
      kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
spec:
  privileged: false
  runAsUser:
    rule: RunAsAny`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "RunAsAny"
    }
  }
}`,
    }),
    fails('a range from 0', {
      kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
spec:
  privileged: false
  runAsUser:
    rule: MustRunAs
    ranges:
      - min: 0
        max: 65535`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAs"
      range {
        min = 0
        max = 65535
      }
    }
  }
}`,
    }),
    passes('not root', {
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
