/** A nightly backup loses the day. */
import { anyOf, aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'MySQL instances keep binary logs for point-in-time recovery',
    ja: 'MySQL のバイナリログ (ポイントインタイムリカバリ) が有効である',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'With binary logs a database can be brought back to the minute before the mistake.',
    ja: 'バイナリログがあれば、間違いの直前の時点まで復元できます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].backup_configuration.binary_log_enabled', value: true }] },
    cautions: ['interrupts'],
    summary: { en: 'Set binary_log_enabled to true.', ja: 'binary_log_enabled を true にしてください。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      enabled            = true
      binary_log_enabled = true
    }
  }
}`,
  },
  references: ['https://cloud.google.com/sql/docs/mysql/backup-recovery/pitr'],
  equivalents: ['CKV2_GCP_20'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (
      aside(() =>
        anyOf(
          () => instance.isReplica,
          () => !instance.version.startsWith('MYSQL'),
        ),
      )
    )
      return notApplicable({ en: `${instance.name} is no primary of MySQL`, ja: `${instance.name} は MySQL のプライマリではありません` });
    if (instance.hasBinaryLog) return pass();
    return fail({
      en: `Cloud SQL instance ${instance.name} keeps no binary logs`,
      ja: `Cloud SQL インスタンス ${instance.name} のバイナリログが無効です`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      enabled            = true
      binary_log_enabled = false
    }
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
}`,
    ),
    passes(
      'on',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      enabled            = true
      binary_log_enabled = true
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
    isNotApplicable(
      'PostgreSQL',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "logs" {}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      binary_log_enabled = var.logs
    }
  }
}`,
    ),
  ],
});
