/** Nodes without external addresses cannot be attacked from outside. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes are private (GKE)', ja: 'ノードがプライベートである (GKE)' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'A node with an external address exposes its kubelet and every NodePort to the internet.',
    ja: '外部アドレスを持つノードは、kubelet や NodePort をインターネットにさらします。',
  },
  fix: {
    summary: { en: 'Set enable_private_nodes to true.', ja: 'enable_private_nodes を true にしてください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  private_cluster_config {
    enable_private_nodes = true
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/private-clusters'],
  equivalents: ['CKV_GCP_64', 'CKV_GCP_25', 'AVD-GCP-0059', 'tfsec:google-gke-enable-private-cluster', 'cloudsploit:privateClusterEnabled'],
  evaluate(cluster) {
    if (cluster.hasPrivateNodes) return pass();
    return fail({
      en: `Nodes of cluster ${cluster.name} have external addresses`,
      ja: `クラスタ ${cluster.name} のノードに外部アドレスがあります`,
    });
  },
  examples: [
    fails(
      'enable_private_nodes is false',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  private_cluster_config {
    enable_private_nodes = false
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'enable_private_nodes is true',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  private_cluster_config {
    enable_private_nodes = true
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_private_nodes" {}
resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  private_cluster_config {
    enable_private_nodes = var.enable_private_nodes
  }
}`,
    ),
  ],
});
