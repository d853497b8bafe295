/** Drivers that are not signed are how root kits stay. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes boot securely (GKE)', ja: 'ノードでセキュアブートが有効である (GKE)' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.node-pool',
  why: {
    en: 'Secure boot refuses boot loaders and kernel modules that are not signed.',
    ja: 'セキュアブートは署名のないブートローダーやカーネルモジュールを拒みます。',
  },
  fix: {
    edits: { terraform: [{ set: 'node_config.shielded_instance_config.enable_secure_boot', value: true }] },
    cautions: ['replaces', 'breaks-software'],
    summary: {
      en: 'Set enable_secure_boot to true in shielded_instance_config.',
      ja: 'shielded_instance_config の enable_secure_boot を true にしてください。',
    },
    terraform: `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    shielded_instance_config {
      enable_secure_boot = true
    }
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/shielded-gke-nodes'],
  equivalents: ['CKV_GCP_68', 'cloudsploit:secureBootEnabled'],
  evaluate(pool) {
    if (aside(() => pool.hasNoNodes))
      return notApplicable({ en: `There are no such nodes in ${pool.name}`, ja: `${pool.name} に該当するノードはありません` });
    if (pool.secureBoot) return pass();
    return fail({ en: `Nodes of ${pool.name} do not boot securely`, ja: `${pool.name} のノードでセキュアブートが無効です` });
  },
  examples: [
    fails(
      'enable_secure_boot is false',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    shielded_instance_config {
      enable_secure_boot = false
    }
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
}`,
    ),
    passes(
      'enable_secure_boot is true',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    shielded_instance_config {
      enable_secure_boot = true
    }
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_secure_boot" {}
resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    shielded_instance_config {
      enable_secure_boot = var.enable_secure_boot
    }
  }
}`,
    ),
    fails(
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
