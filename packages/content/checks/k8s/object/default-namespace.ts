/** In the default namespace everything shares one set of rights and quotas. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Objects have a namespace of their own',
    ja: 'オブジェクトは専用の名前空間に置く',
  },
  severity: 'info',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.core.object',
  why: {
    en: 'In the default namespace everything shares one set of rights and quotas, and a mistake in one hits all.',
    ja: 'default 名前空間では権限とクォータが共有され、一つの誤りが全体に及びます。',
  },
  fix: {
    summary: {
      en: 'Set metadata.namespace to a namespace that is meant for the object.',
      ja: 'metadata.namespace にオブジェクト用の名前空間を指定してください。',
    },
    kubernetes: `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: orders
data:
  LEVEL: info`,
    terraform: `resource "kubernetes_config_map_v1" "orders" {
  data = { LEVEL = "info" }
  metadata {
    name = "settings"
    namespace = "orders"
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/'],
  equivalents: ['CKV_K8S_21', 'kubescape:C-0061', 'kubescape:C-0212'],
  evaluate(object) {
    if (object.isBuiltIn || object.namespace !== 'default') return pass();
    return fail({ en: `${object.name} is in the default namespace`, ja: `${object.name} が default 名前空間にあります` });
  },
  examples: [
    fails('none is named', {
      kubernetes: `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  LEVEL: info`,
      terraform: `resource "kubernetes_config_map_v1" "orders" {
  data = { LEVEL = "info" }
  metadata {
    name = "settings"
  }
}`,
    }),
    fails('the default one is named', {
      kubernetes: `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: default
data:
  LEVEL: info`,
      terraform: `resource "kubernetes_config_map_v1" "orders" {
  data = { LEVEL = "info" }
  metadata {
    name = "settings"
    namespace = "default"
  }
}`,
    }),
    passes('one of its own', {
      kubernetes: `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: orders
data:
  LEVEL: info`,
      terraform: `resource "kubernetes_config_map_v1" "orders" {
  data = { LEVEL = "info" }
  metadata {
    name = "settings"
    namespace = "orders"
  }
}`,
    }),
    passes('Kubernetes made it', {
      kubernetes: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: default`,
      terraform: `resource "kubernetes_service_account_v1" "orders" {
  metadata {
    name = "default"
    namespace = "default"
  }
}`,
    }),
  ],
});
