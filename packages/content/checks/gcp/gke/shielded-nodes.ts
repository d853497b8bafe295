/** A node should prove that it is one. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes are shielded (GKE)', ja: 'シールドされたノードが有効である (GKE)' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'Without shielded nodes an intruder in a pod can take the bootstrap credentials and pretend to be a node.',
    ja: '無効だと、Pod に侵入した攻撃者がブートストラップ認証情報を奪い、ノードになりすませます。',
  },
  fix: {
    edits: { terraform: [{ set: 'enable_shielded_nodes', value: true }] },
    cautions: ['interrupts'],
    summary: { en: 'Leave enable_shielded_nodes out or set it to true.', ja: 'enable_shielded_nodes を書かないか true にしてください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name                  = "orders"
  location              = "asia-northeast1"
  enable_shielded_nodes = true
}`,
    cli: 'gcloud container clusters update NAME --enable-shielded-nodes',
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/shielded-gke-nodes'],
  equivalents: ['CKV_GCP_71', 'AVD-GCP-0055', 'tfsec:google-gke-node-shielding-enabled', 'cloudsploit:shieldedNodes'],
  evaluate(cluster) {
    if (cluster.hasShieldedNodes) return pass();
    return fail({
      en: `Nodes of cluster ${cluster.name} are not shielded`,
      ja: `クラスタ ${cluster.name} のノードがシールドされていません`,
    });
  },
  examples: [
    fails(
      'enable_shielded_nodes is false',
      `resource "google_container_cluster" "orders" {
  name                  = "orders"
  location              = "asia-northeast1"
  enable_shielded_nodes = false
}`,
    ),
    passes(
      'enable_shielded_nodes is true',
      `resource "google_container_cluster" "orders" {
  name                  = "orders"
  location              = "asia-northeast1"
  enable_shielded_nodes = true
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
      `variable "enable_shielded_nodes" {}
resource "google_container_cluster" "orders" {
  name                  = "orders"
  location              = "asia-northeast1"
  enable_shielded_nodes = var.enable_shielded_nodes
}`,
    ),
  ],
});
