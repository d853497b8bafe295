/** A database without backups is one mistake away from being gone. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud SQL backups are automatic', ja: 'Cloud SQL の自動バックアップが有効である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'After a wrong statement, a broken disk or ransomware a backup is the only way back.',
    ja: '誤った SQL やランサムウェアの後、元に戻す手段はバックアップだけです。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].backup_configuration.enabled', value: true }] },
    summary: { en: 'Set enabled to true in backup_configuration.', ja: 'backup_configuration の enabled を true にしてください。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      enabled = true
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --backup-start-time=18:00',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/backup-recovery/backups'],
  equivalents: [
    'CKV_GCP_14',
    'AVD-GCP-0024',
    'tfsec:google-sql-enable-backup',
    'prowler:cloudsql_instance_automated_backups',
    'cloudsploit:dbAutomatedBackups',
  ],
  evaluate(instance) {
    if (aside(() => instance.isReplica))
      return notApplicable({ en: `Replica ${instance.name} follows its primary`, ja: `レプリカ ${instance.name} はプライマリに従います` });
    if (instance.hasBackups) return pass();
    return fail({
      en: `Cloud SQL instance ${instance.name} has no automated backups`,
      ja: `Cloud SQL インスタンス ${instance.name} の自動バックアップが無効です`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      enabled = false
    }
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
}`,
    ),
    passes(
      'on',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      enabled = true
    }
  }
}`,
    ),
    isNotApplicable(
      'a replica',
      `resource "google_sql_database_instance" "replica" {
  name                 = "orders-replica"
  database_version     = "MYSQL_8_0"
  master_instance_name = "orders"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "backups" {}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      enabled = var.backups
    }
  }
}`,
    ),
  ],
});
