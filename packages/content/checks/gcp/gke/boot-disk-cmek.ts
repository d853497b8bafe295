/** Google encrypts every disk; only a key of one's own can be taken away. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Boot disks of nodes use a customer key (GKE)', ja: 'ノードのブートディスクが顧客管理の鍵で暗号化されている (GKE)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.node-pool',
  why: {
    en: 'A key of your own can be withdrawn and logs each use.',
    ja: '自分の鍵なら無効化でき、利用も記録されます。',
  },
  fix: {
    summary: { en: 'Set boot_disk_kms_key.', ja: 'boot_disk_kms_key を設定してください。' },
    terraform: `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type      = "e2-standard-4"
    boot_disk_kms_key = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/using-cmek'],
  equivalents: [],
  evaluate(pool) {
    if (aside(() => pool.hasNoNodes))
      return notApplicable({ en: `There are no such nodes in ${pool.name}`, ja: `${pool.name} に該当するノードはありません` });
    if (pool.hasBootDiskKey) return pass();
    return fail({
      en: `Boot disks of ${pool.name} are encrypted with a key of Google`,
      ja: `${pool.name} のブートディスクは Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type = "e2-standard-4"
  }
}`,
    ),
    passes(
      'a key of its own',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type      = "e2-standard-4"
    boot_disk_kms_key = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
    ),
    passes(
      'handed in',
      `variable "key" {}
resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type      = "e2-standard-4"
    boot_disk_kms_key = var.key
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
