/** Pods of the policy run without seccomp unless they ask for it. */
import { defineCheck, fail, fails, isConfiningSeccompAnnotation, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The policy sets a seccomp profile',
    ja: 'ポリシーで seccomp プロファイルを設定する',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.policy.pod-security-policy',
  why: {
    en: 'Pods of the policy run without seccomp unless they ask for it.',
    ja: 'このポリシーの Pod は、自ら要求しない限り seccomp なしで動作します。',
  },
  fix: {
    edits: {
      kubernetes: [{ set: 'metadata.annotations."seccomp.security.alpha.kubernetes.io/defaultProfileName"', value: 'runtime/default' }],
    },
    cautions: ['breaks-software'],
    summary: {
      en: 'Annotate the policy with seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default.',
      ja: 'ポリシーに seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default のアノテーションを付けてください。',
    },
    kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
  annotations:
    seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default
spec:
  privileged: false
  runAsUser:
    rule: MustRunAsNonRoot`,
    terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
    annotations = { "seccomp.security.alpha.kubernetes.io/defaultProfileName" = "runtime/default" }
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
  equivalents: ['CKV_K8S_32'],
  evaluate(policy) {
    const profile = policy.annotations.get('seccomp.security.alpha.kubernetes.io/defaultProfileName');
    if (profile !== undefined && isConfiningSeccompAnnotation(profile)) return pass();
    return fail({ en: `${policy.name} sets no seccomp profile`, ja: `${policy.name} が seccomp プロファイルを設定していません` });
  },
  examples: [
    fails('none', {
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
    fails('unconfined', {
      kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
  annotations:
    seccomp.security.alpha.kubernetes.io/defaultProfileName: unconfined
spec:
  privileged: false
  runAsUser:
    rule: MustRunAsNonRoot`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
    annotations = { "seccomp.security.alpha.kubernetes.io/defaultProfileName" = "unconfined" }
  }
  spec {
    privileged = false
    run_as_user {
      rule = "MustRunAsNonRoot"
    }
  }
}`,
    }),
    passes('the default of the runtime', {
      kubernetes: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: orders
  annotations:
    seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default
spec:
  privileged: false
  runAsUser:
    rule: MustRunAsNonRoot`,
      terraform: `resource "kubernetes_pod_security_policy_v1beta1" "orders" {
  metadata {
    name = "orders"
    annotations = { "seccomp.security.alpha.kubernetes.io/defaultProfileName" = "runtime/default" }
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
