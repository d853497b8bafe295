/** A node nobody looks after is the oldest thing in the cluster. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes upgrade automatically (GKE)', ja: 'ノードが自動でアップグレードされる (GKE)' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.gke.node-pool',
  why: {
    en: 'Nodes that are not upgraded keep every hole that has been fixed since.',
    ja: '更新されないノードには、その後修正された脆弱性がすべて残ります。',
  },
  fix: {
    edits: { terraform: [{ of: ['google_container_node_pool'], set: 'management.auto_upgrade', value: true }] },
    cautions: ['interrupts'],
    summary: { en: 'Set auto_upgrade to true in management.', ja: 'management の auto_upgrade を true にしてください。' },
    terraform: `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  management {
    auto_repair  = true
    auto_upgrade = true
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-upgrades'],
  equivalents: ['CKV_GCP_10', 'AVD-GCP-0058', 'tfsec:google-gke-enable-auto-upgrade', 'cloudsploit:autoNodeUpgradesEnabled'],
  evaluate(pool) {
    if (pool.isDefaultPool)
      return notApplicable({
        en: `Management of ${pool.name} is not written in the cluster`,
        ja: `${pool.name} の管理設定はクラスタ側にはありません`,
      });
    if (pool.autoUpgrade === true) return pass();
    // A channel upgrades nodes whatever the pool says; of a cluster that is not in the code nothing is known.
    const channel = shown(() => pool.cluster?.releaseChannel);
    if (pool.autoUpgrade === undefined && channel !== undefined && channel !== 'UNSPECIFIED') return pass();
    return fail({
      en: `Nodes of ${pool.name} do not upgrade automatically`,
      ja: `${pool.name} のノードは自動でアップグレードされません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  management {
    auto_upgrade = false
  }
}`,
    ),
    fails(
      'no management',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
}`,
    ),
    passes(
      'on',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  management {
    auto_repair  = true
    auto_upgrade = true
  }
}`,
    ),
    isNotApplicable(
      'a cluster says nothing about it',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "on" {}
resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  management {
    auto_upgrade = var.on
  }
}`,
    ),
    passes(
      'a release channel',
      `resource "google_container_cluster" "orders" {
  name = "orders"
  release_channel {
    channel = "REGULAR"
  }
}
resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = google_container_cluster.orders.name
}`,
    ),
  ],
});
