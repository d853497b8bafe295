/** A pool inside the cluster block cannot be changed without the cluster. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Node pools are resources of their own (GKE)', ja: 'ノードプールが独立したリソースである (GKE)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'A change of an inline pool makes Terraform replace the whole cluster, so upgrades and fixes are put off.',
    ja: 'クラスタ内に書いたプールを変えるとクラスタごと作り直しになり、更新や修正が先送りされます。',
  },
  fix: {
    summary: { en: 'Write google_container_node_pool resources.', ja: 'google_container_node_pool リソースとして書いてください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name                     = "orders"
  location                 = "asia-northeast1"
  remove_default_node_pool = true
  initial_node_count       = 1
}
resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = google_container_cluster.orders.name
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/concepts/node-pools'],
  equivalents: ['CKV_GCP_123'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (!cluster.hasInlineNodePools) return pass();
    return fail({
      en: `Cluster ${cluster.name} holds node pools of its own`,
      ja: `クラスタ ${cluster.name} の中にノードプールが書かれています`,
    });
  },
  examples: [
    fails(
      'inline',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  node_pool {
    name = "web"
  }
}`,
    ),
    passes(
      'a resource of its own',
      `resource "google_container_cluster" "orders" {
  name                     = "orders"
  location                 = "asia-northeast1"
  remove_default_node_pool = true
  initial_node_count       = 1
}
resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = google_container_cluster.orders.name
}`,
    ),
  ],
});
