/** Every pod that names no account runs as default. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Default service accounts give no token to pods',
    ja: 'default サービスアカウントは Pod にトークンを渡さない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.core.service-account',
  why: {
    en: 'Every pod that names no account runs as default; its token works for whoever breaks into one of them.',
    ja: 'アカウントを指定しない Pod はすべて default で動作し、侵入者はそのトークンを使えます。',
  },
  fix: {
    summary: {
      en: 'Set automountServiceAccountToken of the default service account to false.',
      ja: 'default サービスアカウントの automountServiceAccountToken を false にしてください。',
    },
    kubernetes: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: orders
automountServiceAccountToken: false`,
    terraform: `resource "kubernetes_service_account_v1" "orders" {
  automount_service_account_token = false
  metadata {
    name = "default"
    namespace = "orders"
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/'],
  equivalents: ['CKV_K8S_41'],
  evaluate(account) {
    if (!account.isDefault)
      return notApplicable({ en: 'It is not the default service account', ja: 'default サービスアカウントではありません' });
    if (!account.mountsToken) return pass();
    return fail({
      en: `${account.name} gives a token to every pod that names no account`,
      ja: `${account.name} がアカウントを指定しないすべての Pod にトークンを渡します`,
    });
  },
  examples: [
    fails('the default', {
      kubernetes: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: orders`,
      terraform: `resource "kubernetes_service_account_v1" "orders" {
  metadata {
    name = "default"
    namespace = "orders"
  }
}`,
    }),
    passes('no token', {
      kubernetes: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: orders
automountServiceAccountToken: false`,
      terraform: `resource "kubernetes_service_account_v1" "orders" {
  automount_service_account_token = false
  metadata {
    name = "default"
    namespace = "orders"
  }
}`,
    }),
    isNotApplicable('another account', {
      kubernetes: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: orders`,
      terraform: `resource "kubernetes_service_account_v1" "orders" {
  metadata {
    name = "orders"
    namespace = "orders"
  }
}`,
    }),
  ],
});
