/** A nightly backup loses the day. */
import { anyOf, aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'PostgreSQL and SQL Server instances have point-in-time recovery',
    ja: 'PostgreSQL・SQL Server でポイントインタイムリカバリが有効である',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'With it a database can be brought back to the minute before the mistake.',
    ja: '有効にすれば、間違いの直前の時点まで復元できます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].backup_configuration.point_in_time_recovery_enabled', value: true }] },
    cautions: ['interrupts'],
    summary: { en: 'Set point_in_time_recovery_enabled to true.', ja: 'point_in_time_recovery_enabled を true にしてください。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      enabled                        = true
      point_in_time_recovery_enabled = true
    }
  }
}`,
  },
  references: ['https://cloud.google.com/sql/docs/postgres/backup-recovery/pitr'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (
      aside(() =>
        anyOf(
          () => instance.isReplica,
          () => instance.version.startsWith('MYSQL'),
        ),
      )
    )
      return notApplicable({ en: `${instance.name} is MySQL or a replica`, ja: `${instance.name} は MySQL またはレプリカです` });
    if (instance.hasPointInTimeRecovery) return pass();
    return fail({
      en: `Cloud SQL instance ${instance.name} has no point-in-time recovery`,
      ja: `Cloud SQL インスタンス ${instance.name} のポイントインタイムリカバリが無効です`,
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
      enabled                        = true
      point_in_time_recovery_enabled = false
    }
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
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
      enabled                        = true
      point_in_time_recovery_enabled = true
    }
  }
}`,
    ),
    isNotApplicable(
      'a replica',
      `resource "google_sql_database_instance" "replica" {
  name                 = "orders-replica"
  database_version     = "POSTGRES_17"
  master_instance_name = "orders"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "recovery" {}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    backup_configuration {
      point_in_time_recovery_enabled = var.recovery
    }
  }
}`,
    ),
  ],
});
