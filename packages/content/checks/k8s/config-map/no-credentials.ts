/** Config maps are readable by nearly everybody who may read anything. */
import { credentialIn, defineCheck, describeCredential, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Config maps hold no credentials',
    ja: 'ConfigMap に認証情報を置かない',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.core.config-map',
  why: {
    en: 'Config maps are not encrypted, and nearly every role may read them.',
    ja: 'ConfigMap は暗号化されず、ほとんどのロールが読み取れます。',
  },
  fix: {
    summary: {
      en: 'Move the value to a Secret that is made outside of the code, and change the password.',
      ja: '値をコードの外で作る Secret に移し、パスワードを変更してください。',
    },
    kubernetes: `apiVersion: v1
kind: ConfigMap
metadata:
  name: orders
data:
  settings: DB_PASSWORD=$(DB_PASSWORD)`,
    terraform: `resource "kubernetes_config_map_v1" "orders" {
  data = { settings = "DB_PASSWORD=$(DB_PASSWORD)" }
  metadata {
    name = "orders"
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/configuration/configmap/'],
  equivalents: ['AVD-KSV-0109', 'KSV109'],
  evaluate(map) {
    const credential = credentialIn(map.credentials);
    if (!credential) return pass();
    const { en, ja } = describeCredential(credential.kind);
    return fail({
      en: `Entry ${credential.variable} of ${map.name} holds ${en}`,
      ja: `${map.name} の項目 ${credential.variable} に${ja}が書かれています`,
    });
  },
  examples: [
    fails('a password', {
      kubernetes: `apiVersion: v1
kind: ConfigMap
metadata:
  name: orders
data:
  DB_PASSWORD: c0rrect-h0rse-b4ttery`,
      terraform: `resource "kubernetes_config_map_v1" "orders" {
  data = { DB_PASSWORD = "c0rrect-h0rse-b4ttery" }
  metadata {
    name = "orders"
  }
}`,
    }),
    fails('inside of a file', {
      kubernetes: `apiVersion: v1
kind: ConfigMap
metadata:
  name: orders
data:
  settings: DB_PASSWORD=c0rrect-h0rse-b4ttery`,
      terraform: `resource "kubernetes_config_map_v1" "orders" {
  data = { settings = "DB_PASSWORD=c0rrect-h0rse-b4ttery" }
  metadata {
    name = "orders"
  }
}`,
    }),
    passes('a reference', {
      kubernetes: `apiVersion: v1
kind: ConfigMap
metadata:
  name: orders
data:
  settings: DB_PASSWORD=$(DB_PASSWORD)`,
      terraform: `resource "kubernetes_config_map_v1" "orders" {
  data = { settings = "DB_PASSWORD=$(DB_PASSWORD)" }
  metadata {
    name = "orders"
  }
}`,
    }),
    passes('other settings', {
      kubernetes: `apiVersion: v1
kind: ConfigMap
metadata:
  name: orders
data:
  LOG_LEVEL: info`,
      terraform: `resource "kubernetes_config_map_v1" "orders" {
  data = { LOG_LEVEL = "info" }
  metadata {
    name = "orders"
  }
}`,
    }),
  ],
});
