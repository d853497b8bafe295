/** An admission webhook reads every object that is written, Secrets too, and may change it. */
import {
  allowsEverything,
  defineCheck,
  fail,
  fails,
  notApplicable,
  pass,
  passes,
  ruleForEverything,
  ruleThatGrants,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Roles do not change admission webhooks',
    ja: 'ロールはアドミッション Webhook を変更しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'An admission webhook reads every object that is written, Secrets too, and may change it.',
    ja: 'アドミッション Webhook は、Secret を含む書き込まれる全オブジェクトを読み、変更できます。',
  },
  fix: {
    summary: {
      en: 'Remove the webhook configurations from the rule.',
      ja: 'ルールから Webhook 設定を外してください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources: [mutatingwebhookconfigurations]
    verbs: [get]`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["admissionregistration.k8s.io"]
    resources = ["mutatingwebhookconfigurations"]
    verbs = ["get"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['CKV_K8S_155', 'AVD-KSV-0114', 'KSV114', 'kubescape:C-0281'],
  evaluate(role) {
    if (ruleForEverything(role)) return notApplicable(allowsEverything);
    const rule = ruleThatGrants(role, {
      verbs: ['create', 'update', 'patch'],
      resources: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'],
      group: 'admissionregistration.k8s.io',
    });
    if (!rule) return pass();
    return fail({ en: `${role.name} may change admission webhooks`, ja: `${role.name} がアドミッション Webhook を変更できます` });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources: [mutatingwebhookconfigurations]
    verbs: [create]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["admissionregistration.k8s.io"]
    resources = ["mutatingwebhookconfigurations"]
    verbs = ["create"]
  }
}`,
    }),
    passes('another right', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources: [mutatingwebhookconfigurations]
    verbs: [get]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["admissionregistration.k8s.io"]
    resources = ["mutatingwebhookconfigurations"]
    verbs = ["get"]
  }
}`,
    }),
  ],
});
