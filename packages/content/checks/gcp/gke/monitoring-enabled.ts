/** What happens in a cluster is gone with the pod unless somebody keeps it. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cluster monitoring is on (GKE)', ja: 'クラスタのモニタリングが有効である (GKE)' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.gke.cluster',
  why: {
    en: 'Metrics show miners and floods first, by the load that they make.',
    ja: 'マイニングや大量リクエストは、まず負荷の指標に表れます。',
  },
  fix: {
    edits: { terraform: [{ append: 'monitoring_config.enable_components', values: ['SYSTEM_COMPONENTS'] }] },
    summary: {
      en: 'Leave monitoring_service out, or name components in monitoring_config.',
      ja: 'monitoring_service を書かないか、monitoring_config にコンポーネントを指定してください。',
    },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  monitoring_config {
    enable_components = ["SYSTEM_COMPONENTS"]
  }
}`,
  },
  references: ['https://cloud.google.com/stackdriver/docs/solutions/gke'],
  equivalents: ['CKV_GCP_8', 'AVD-GCP-0052', 'tfsec:google-gke-enable-stackdriver-monitoring', 'cloudsploit:monitoringEnabled'],
  evaluate(cluster) {
    if (cluster.isMonitored) return pass();
    return fail({ en: `Monitoring of cluster ${cluster.name} is off`, ja: `クラスタ ${cluster.name} のモニタリングが無効です` });
  },
  examples: [
    fails(
      'off',
      `resource "google_container_cluster" "orders" {
  name               = "orders"
  location           = "asia-northeast1"
  monitoring_service = "none"
}`,
    ),
    fails(
      'no components',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  monitoring_config {
    enable_components = []
  }
}`,
    ),
    passes(
      'components',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  monitoring_config {
    enable_components = ["SYSTEM_COMPONENTS"]
  }
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
      `variable "service" {}
resource "google_container_cluster" "orders" {
  name               = "orders"
  location           = "asia-northeast1"
  monitoring_service = var.service
}`,
    ),
  ],
});
