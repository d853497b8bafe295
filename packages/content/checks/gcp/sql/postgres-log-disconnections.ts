/** A flag of PostgreSQL: log_disconnections. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'log_disconnections is on (Cloud SQL for PostgreSQL)', ja: 'log_disconnections が有効である (Cloud SQL for PostgreSQL)' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.sql.instance',
  why: {
    en: 'The end of a session and its length show sessions that should not have been.',
    ja: 'セッションの終了時刻と長さから、不審なセッションに気づけます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=log_disconnections].value', value: 'on' }] },
    summary: { en: 'Set the database flag log_disconnections: on.', ja: 'データベースフラグ log_disconnections を設定してください: on。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_disconnections"
      value = "on"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="log_disconnections"=on',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/flags'],
  equivalents: [
    'CKV_GCP_53',
    'AVD-GCP-0022',
    'tfsec:google-sql-pg-log-disconnections',
    'prowler:cloudsql_instance_postgres_log_disconnections_flag',
    'cloudsploit:postgresqlLogDisconnections',
  ],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'POSTGRES',
      flag: 'log_disconnections',
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
      name  = "log_disconnections"
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
      name  = "log_disconnections"
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
      name  = "log_disconnections"
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
