/** Monitoring compares each boot with a known good one. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Integrity of nodes is monitored (GKE)', ja: 'ノードの整合性がモニタリングされる (GKE)' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.node-pool',
  why: {
    en: 'A changed boot chain is reported, so that a hidden intruder is noticed.',
    ja: '起動過程の改ざんが報告され、潜む侵入者に気づけます。',
  },
  fix: {
    edits: { terraform: [{ set: 'node_config.shielded_instance_config.enable_integrity_monitoring', value: true }] },
    cautions: ['replaces'],
    summary: {
      en: 'Leave enable_integrity_monitoring out or set it to true.',
      ja: 'enable_integrity_monitoring を書かないか true にしてください。',
    },
    terraform: `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    shielded_instance_config {
      enable_integrity_monitoring = true
    }
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/shielded-gke-nodes'],
  equivalents: ['CKV_GCP_72', 'cloudsploit:integrityMonitoringEnabled'],
  evaluate(pool) {
    if (aside(() => pool.hasNoNodes))
      return notApplicable({ en: `There are no such nodes in ${pool.name}`, ja: `${pool.name} に該当するノードはありません` });
    if (pool.integrityMonitoring) return pass();
    return fail({
      en: `Integrity of nodes of ${pool.name} is not monitored`,
      ja: `${pool.name} のノードの整合性がモニタリングされていません`,
    });
  },
  examples: [
    fails(
      'enable_integrity_monitoring is false',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    shielded_instance_config {
      enable_integrity_monitoring = false
    }
  }
}`,
    ),
    passes(
      'enable_integrity_monitoring is true',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    shielded_instance_config {
      enable_integrity_monitoring = true
    }
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
      `variable "enable_integrity_monitoring" {}
resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    shielded_instance_config {
      enable_integrity_monitoring = var.enable_integrity_monitoring
    }
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
