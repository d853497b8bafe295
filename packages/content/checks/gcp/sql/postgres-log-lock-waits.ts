/** A flag of PostgreSQL: log_lock_waits. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'log_lock_waits is on (Cloud SQL for PostgreSQL)', ja: 'log_lock_waits が有効である (Cloud SQL for PostgreSQL)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.sql.instance',
  why: {
    en: 'Long waits for locks show bad queries and attempts to block the database.',
    ja: '長いロック待ちの記録で、不適切なクエリやサービス妨害の試みに気づけます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=log_lock_waits].value', value: 'on' }] },
    summary: { en: 'Set the database flag log_lock_waits: on.', ja: 'データベースフラグ log_lock_waits を設定してください: on。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_lock_waits"
      value = "on"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="log_lock_waits"=on',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/flags'],
  equivalents: ['CKV_GCP_54', 'AVD-GCP-0020', 'tfsec:google-sql-pg-log-lock-waits'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'POSTGRES',
      flag: 'log_lock_waits',
      isRight: isFlagOn,
      wanted: 'on',
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
    database_flags {
      name  = "log_lock_waits"
      value = "off"
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
    database_flags {
      name  = "log_lock_waits"
      value = "on"
    }
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "value" {}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_lock_waits"
      value = var.value
    }
  }
}`,
    ),
    isNotApplicable(
      'another engine',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
}`,
    ),
  ],
});
