/** A system made only for containers offers less to attack. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes run Container-Optimized OS (GKE)', ja: 'ノードが Container-Optimized OS で動作する (GKE)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.node-pool',
  why: {
    en: 'It has a read-only root, no package manager and updates by Google.',
    ja: '読み取り専用のルートで、パッケージマネージャーがなく、Google が更新します。',
  },
  fix: {
    summary: { en: 'Leave image_type out or set it to COS_CONTAINERD.', ja: 'image_type を書かないか COS_CONTAINERD にしてください。' },
    terraform: `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    image_type = "COS_CONTAINERD"
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/concepts/node-images'],
  equivalents: ['CKV_GCP_22', 'AVD-GCP-0054', 'tfsec:google-gke-node-pool-uses-cos', 'cloudsploit:cosImageEnabled'],
  evaluate(pool) {
    if (aside(() => pool.hasNoNodes))
      return notApplicable({ en: `There are no such nodes in ${pool.name}`, ja: `${pool.name} に該当するノードはありません` });
    if (pool.imageType === undefined || /^cos/i.test(pool.imageType)) return pass();
    return fail({ en: `Nodes of ${pool.name} run ${pool.imageType}`, ja: `${pool.name} のノードのイメージは ${pool.imageType} です` });
  },
  examples: [
    fails(
      'image_type is UBUNTU_CONTAINERD',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    image_type = "UBUNTU_CONTAINERD"
  }
}`,
    ),
    passes(
      'image_type is COS_CONTAINERD',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    image_type = "COS_CONTAINERD"
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "image_type" {}
resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    image_type = var.image_type
  }
}`,
    ),
    passes(
      'the default pool of a cluster',
      `resource "google_container_cluster" "orders" {
  name               = "orders"
  location           = "asia-northeast1"
  initial_node_count = 3
}`,
    ),
    isNotApplicable(
      'the default pool is removed',
      `resource "google_container_cluster" "orders" {
  name                     = "orders"
  location                 = "asia-northeast1"
  remove_default_node_pool = true
}`,
    ),
    isNotApplicable(
      'Autopilot',
      `resource "google_container_cluster" "orders" {
  name             = "orders"
  location         = "asia-northeast1"
  enable_autopilot = true
}`,
    ),
  ],
});
