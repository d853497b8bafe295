/** Without a label the namespace accepts privileged pods. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Namespaces enforce a Pod Security Standard',
    ja: '名前空間で Pod セキュリティ標準を強制する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.core.namespace',
  why: {
    en: 'Without a label the namespace accepts privileged pods.',
    ja: 'ラベルがないと、名前空間は特権 Pod を受け入れます。',
  },
  fix: {
    summary: {
      en: 'Label the namespace with pod-security.kubernetes.io/enforce: baseline or restricted.',
      ja: '名前空間に pod-security.kubernetes.io/enforce: baseline または restricted のラベルを付けてください。',
    },
    kubernetes: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    pod-security.kubernetes.io/enforce: restricted`,
    terraform: `resource "kubernetes_namespace_v1" "orders" {
  metadata {
    name = "orders"
    labels = { "pod-security.kubernetes.io/enforce" = "restricted" }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-admission/'],
  equivalents: ['kubescape:C-0192'],
  evaluate(namespace) {
    const level = namespace.enforcedLevel;
    if (level === 'baseline' || level === 'restricted') return pass();
    return fail({
      en: `${namespace.name} enforces ${level === undefined ? 'no Pod Security Standard' : `the level ${level}`}`,
      ja: `${namespace.name} が${level === undefined ? ' Pod セキュリティ標準を強制していません' : `レベル ${level} を強制しています`}`,
    });
  },
  examples: [
    fails('no label', {
      kubernetes: `apiVersion: v1
kind: Namespace
metadata:
  name: orders`,
      terraform: `resource "kubernetes_namespace_v1" "orders" {
  metadata {
    name = "orders"
  }
}`,
    }),
    fails('privileged', {
      kubernetes: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    pod-security.kubernetes.io/enforce: privileged`,
      terraform: `resource "kubernetes_namespace_v1" "orders" {
  metadata {
    name = "orders"
    labels = { "pod-security.kubernetes.io/enforce" = "privileged" }
  }
}`,
    }),
    passes('restricted', {
      kubernetes: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    pod-security.kubernetes.io/enforce: restricted`,
      terraform: `resource "kubernetes_namespace_v1" "orders" {
  metadata {
    name = "orders"
    labels = { "pod-security.kubernetes.io/enforce" = "restricted" }
  }
}`,
    }),
  ],
});
