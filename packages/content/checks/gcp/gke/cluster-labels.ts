/** A cluster nobody owns is a cluster nobody upgrades. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters have labels (GKE)', ja: 'クラスタにラベルがある (GKE)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'Labels lead a finding to the team that can fix it.',
    ja: 'ラベルがあれば、検出結果を直せるチームに届けられます。',
  },
  fix: {
    summary: { en: 'Write resource_labels.', ja: 'resource_labels を書いてください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  resource_labels = {
    owner = "ec-team"
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/creating-managing-labels'],
  equivalents: ['CKV_GCP_21', 'AVD-GCP-0051', 'tfsec:google-gke-use-cluster-labels'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    const { known, complete } = cluster.labels.keys();
    if (known.length > 0) return pass();
    // Asking for a label that is not listed ends the evaluation when there may be more.
    if (!complete && cluster.labels.has('owner')) return pass();
    return fail({
      en: `Cluster ${cluster.name} has no labels`,
      ja: `クラスタ ${cluster.name} にラベルがありません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'an owner',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  resource_labels = {
    owner = "ec-team"
  }
}`,
    ),
    passes(
      'from the provider',
      `provider "google" {
  default_labels = {
    owner = "ec-team"
  }
}
resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "labels" {}
resource "google_container_cluster" "orders" {
  name            = "orders"
  location        = "asia-northeast1"
  resource_labels = var.labels
}`,
    ),
  ],
});
