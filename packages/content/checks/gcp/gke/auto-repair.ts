/** A node nobody looks after is the oldest thing in the cluster. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes repair automatically (GKE)', ja: 'ノードが自動で修復される (GKE)' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.node-pool',
  why: {
    en: 'A sick node that nobody replaces takes its workloads and its logs with it.',
    ja: '不調なノードを放置すると、ワークロードやログごと失われます。',
  },
  fix: {
    edits: { terraform: [{ of: ['google_container_node_pool'], set: 'management.auto_repair', value: true }] },
    summary: { en: 'Set auto_repair to true in management.', ja: 'management の auto_repair を true にしてください。' },
    terraform: `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  management {
    auto_repair  = true
    auto_upgrade = true
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-repair'],
  equivalents: ['CKV_GCP_9', 'AVD-GCP-0063', 'tfsec:google-gke-enable-auto-repair', 'cloudsploit:autoNodeRepairEnabled'],
  evaluate(pool) {
    if (pool.isDefaultPool)
      return notApplicable({
        en: `Management of ${pool.name} is not written in the cluster`,
        ja: `${pool.name} の管理設定はクラスタ側にはありません`,
      });
    if (pool.autoRepair === true) return pass();
    return fail({
      en: `Nodes of ${pool.name} do not repair automatically`,
      ja: `${pool.name} のノードは自動で修復されません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  management {
    auto_repair = false
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
    auto_repair = var.on
  }
}`,
    ),
  ],
});
