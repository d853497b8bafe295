/** What happens in a cluster is gone with the pod unless somebody keeps it. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cluster logs are on (GKE)', ja: 'クラスタのログが有効である (GKE)' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.gke.cluster',
  why: {
    en: 'Without logs nobody can say what a container did before it was gone.',
    ja: 'ログがないと、消えたコンテナが何をしていたか分かりません。',
  },
  fix: {
    edits: { terraform: [{ append: 'logging_config.enable_components', values: ['SYSTEM_COMPONENTS', 'WORKLOADS'] }] },
    summary: {
      en: 'Leave logging_service out, or name components in logging_config.',
      ja: 'logging_service を書かないか、logging_config にコンポーネントを指定してください。',
    },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  logging_config {
    enable_components = ["SYSTEM_COMPONENTS", "WORKLOADS"]
  }
}`,
  },
  references: ['https://cloud.google.com/stackdriver/docs/solutions/gke'],
  equivalents: ['CKV_GCP_1', 'AVD-GCP-0060', 'tfsec:google-gke-enable-stackdriver-logging', 'cloudsploit:loggingEnabled'],
  evaluate(cluster) {
    if (cluster.isLogged) return pass();
    return fail({ en: `Logging of cluster ${cluster.name} is off`, ja: `クラスタ ${cluster.name} のログが無効です` });
  },
  examples: [
    fails(
      'off',
      `resource "google_container_cluster" "orders" {
  name            = "orders"
  location        = "asia-northeast1"
  logging_service = "none"
}`,
    ),
    fails(
      'no components',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  logging_config {
    enable_components = []
  }
}`,
    ),
    passes(
      'components',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  logging_config {
    enable_components = ["SYSTEM_COMPONENTS", "WORKLOADS"]
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
  name            = "orders"
  location        = "asia-northeast1"
  logging_service = var.service
}`,
    ),
  ],
});
