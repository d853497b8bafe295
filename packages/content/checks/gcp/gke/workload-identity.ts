/** Pods should be known by their own accounts, not by that of the node. */
import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Workload identity is on (GKE)', ja: 'Workload Identity が有効である (GKE)' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'Without it every pod can take the rights of the node, or carries a key file that leaks.',
    ja: '無効だと、すべての Pod がノードの権限を使えるか、漏えいしやすい鍵ファイルを持ちます。',
  },
  fix: {
    summary: { en: 'Set workload_pool in workload_identity_config.', ja: 'workload_identity_config の workload_pool を設定してください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  workload_identity_config {
    workload_pool = "orders-prd.svc.id.goog"
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity'],
  equivalents: [],
  evaluate(cluster) {
    if (
      anyOf(
        () => cluster.hasWorkloadIdentity,
        () => cluster.isAutopilot,
      )
    )
      return pass();
    return fail({
      en: `Pods of cluster ${cluster.name} have no identity of their own`,
      ja: `クラスタ ${cluster.name} で Workload Identity が無効です`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'a pool',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  workload_identity_config {
    workload_pool = "orders-prd.svc.id.goog"
  }
}`,
    ),
    passes(
      'Autopilot',
      `resource "google_container_cluster" "orders" {
  name             = "orders"
  location         = "asia-northeast1"
  enable_autopilot = true
}`,
    ),
    passes(
      'handed in',
      `variable "pool" {}
resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  workload_identity_config {
    workload_pool = var.pool
  }
}`,
    ),
  ],
});
