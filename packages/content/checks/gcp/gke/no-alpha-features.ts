/** An alpha cluster gets no upgrades and is deleted after 30 days. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters have no alpha features (GKE)', ja: 'クラスタでアルファ機能を使っていない (GKE)' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'Alpha features are untested, alpha clusters get no security fixes and end after 30 days.',
    ja: 'アルファ機能は検証されておらず、アルファクラスタには修正が提供されず 30 日で終了します。',
  },
  fix: {
    edits: { terraform: [{ set: 'enable_kubernetes_alpha', value: false }] },
    cautions: ['replaces'],
    summary: { en: 'Leave enable_kubernetes_alpha out.', ja: 'enable_kubernetes_alpha を書かないでください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name                    = "orders"
  location                = "asia-northeast1"
  enable_kubernetes_alpha = false
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/concepts/alpha-clusters'],
  equivalents: ['CKV2_GCP_19', 'cloudsploit:alphaClusterDisabled'],
  evaluate(cluster) {
    if (!cluster.hasAlphaFeatures) return pass();
    return fail({ en: `Cluster ${cluster.name} has alpha features`, ja: `クラスタ ${cluster.name} でアルファ機能が有効です` });
  },
  examples: [
    fails(
      'enable_kubernetes_alpha is true',
      `resource "google_container_cluster" "orders" {
  name                    = "orders"
  location                = "asia-northeast1"
  enable_kubernetes_alpha = true
}`,
    ),
    passes(
      'enable_kubernetes_alpha is false',
      `resource "google_container_cluster" "orders" {
  name                    = "orders"
  location                = "asia-northeast1"
  enable_kubernetes_alpha = false
}`,
    ),
    passes(
      'not written',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_kubernetes_alpha" {}
resource "google_container_cluster" "orders" {
  name                    = "orders"
  location                = "asia-northeast1"
  enable_kubernetes_alpha = var.enable_kubernetes_alpha
}`,
    ),
  ],
});
