/** A database without backups is one mistake away from being gone. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AlloyDB backups are automatic', ja: 'AlloyDB の自動バックアップが有効である' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.alloydb.cluster',
  why: {
    en: 'After a wrong statement or ransomware a backup is the only way back.',
    ja: '誤った SQL やランサムウェアの後、元に戻す手段はバックアップだけです。',
  },
  fix: {
    edits: { terraform: [{ set: 'automated_backup_policy.enabled', value: true }] },
    summary: {
      en: 'Leave automated_backup_policy out or keep it enabled.',
      ja: 'automated_backup_policy を書かないか有効のままにしてください。',
    },
    terraform: `resource "google_alloydb_cluster" "orders" {
  cluster_id = "orders"
  location   = "asia-northeast1"
  automated_backup_policy {
    enabled = true
  }
}`,
  },
  references: ['https://cloud.google.com/alloydb/docs/backup/overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.hasBackups) return pass();
    return fail({
      en: `AlloyDB cluster ${cluster.name} has no automated backups`,
      ja: `AlloyDB クラスタ ${cluster.name} の自動バックアップが無効です`,
    });
  },
  examples: [
    fails(
      'enabled is false',
      `resource "google_alloydb_cluster" "orders" {
  cluster_id = "orders"
  location   = "asia-northeast1"
  automated_backup_policy {
    enabled = false
  }
}`,
    ),
    passes(
      'enabled is true',
      `resource "google_alloydb_cluster" "orders" {
  cluster_id = "orders"
  location   = "asia-northeast1"
  automated_backup_policy {
    enabled = true
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_alloydb_cluster" "orders" {
  cluster_id = "orders"
  location   = "asia-northeast1"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enabled" {}
resource "google_alloydb_cluster" "orders" {
  cluster_id = "orders"
  location   = "asia-northeast1"
  automated_backup_policy {
    enabled = var.enabled
  }
}`,
    ),
  ],
});
