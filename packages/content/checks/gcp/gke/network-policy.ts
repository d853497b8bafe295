/** Without policies every pod talks to every pod. */
import { anyOf, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A network policy engine is on (GKE)', ja: 'ネットワークポリシーが適用される (GKE)' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'Network policies that nobody enforces are comments; an intruder in one pod reaches all others.',
    ja: '適用する仕組みがなければネットワークポリシーは飾りで、侵入された Pod から全 Pod に届きます。',
  },
  fix: {
    summary: { en: 'Use Dataplane V2 or switch network_policy on.', ja: 'Dataplane V2 を使うか、network_policy を有効にしてください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name              = "orders"
  location          = "asia-northeast1"
  datapath_provider = "ADVANCED_DATAPATH"
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy'],
  equivalents: ['CKV_GCP_12', 'AVD-GCP-0056', 'tfsec:google-gke-enable-network-policy', 'cloudsploit:networkPolicyEnabled'],
  evaluate(cluster) {
    if (
      anyOf(
        () => cluster.enforcesNetworkPolicies,
        () => cluster.isAutopilot,
      )
    )
      return pass();
    return fail({
      en: `Cluster ${cluster.name} enforces no network policies`,
      ja: `クラスタ ${cluster.name} はネットワークポリシーを適用しません`,
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
    fails(
      'off',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  network_policy {
    enabled = false
  }
}`,
    ),
    passes(
      'Dataplane V2',
      `resource "google_container_cluster" "orders" {
  name              = "orders"
  location          = "asia-northeast1"
  datapath_provider = "ADVANCED_DATAPATH"
}`,
    ),
    passes(
      'Calico',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  network_policy {
    enabled = true
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
    isUnknown(
      'handed in',
      `variable "datapath" {}
resource "google_container_cluster" "orders" {
  name              = "orders"
  location          = "asia-northeast1"
  datapath_provider = var.datapath
}`,
    ),
  ],
});
