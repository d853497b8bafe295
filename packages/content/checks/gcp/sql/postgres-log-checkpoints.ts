/** A flag of PostgreSQL: log_checkpoints. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'log_checkpoints is on (Cloud SQL for PostgreSQL)', ja: 'log_checkpoints が有効である (Cloud SQL for PostgreSQL)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.sql.instance',
  why: {
    en: 'Checkpoints in the log explain stalls and crashes that otherwise look like attacks.',
    ja: 'チェックポイントの記録があれば、攻撃に見える停止や障害の原因が分かります。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=log_checkpoints].value', value: 'on' }] },
    summary: { en: 'Set the database flag log_checkpoints: on.', ja: 'データベースフラグ log_checkpoints を設定してください: on。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_checkpoints"
      value = "on"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="log_checkpoints"=on',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/flags'],
  equivalents: ['CKV_GCP_51', 'AVD-GCP-0025', 'tfsec:google-sql-pg-log-checkpoints'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'POSTGRES',
      flag: 'log_checkpoints',
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
      name  = "log_checkpoints"
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
      name  = "log_checkpoints"
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
      name  = "log_checkpoints"
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
