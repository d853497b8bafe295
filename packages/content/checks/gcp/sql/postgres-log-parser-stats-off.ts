/** A flag of PostgreSQL: log_parser_stats. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'log_parser_stats is off (Cloud SQL for PostgreSQL)', ja: 'log_parser_stats が無効である (Cloud SQL for PostgreSQL)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.sql.instance',
  why: {
    en: 'These statistics are for debugging; they fill the log and slow the server down.',
    ja: 'デバッグ用の統計で、ログを埋めサーバーを遅くします。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=log_parser_stats].value', value: 'off' }] },
    summary: { en: 'Set the database flag log_parser_stats: off.', ja: 'データベースフラグ log_parser_stats を設定してください: off。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_parser_stats"
      value = "off"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="log_parser_stats"=off',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/flags'],
  equivalents: ['CKV2_GCP_15'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'POSTGRES',
      flag: 'log_parser_stats',
      isRight: (value) => value === undefined || !isFlagOn(value),
      wanted: 'off',
    });
  },
  examples: [
    fails(
      'on',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_parser_stats"
      value = "on"
    }
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
}`,
    ),
    passes(
      'off',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_parser_stats"
      value = "off"
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
      name  = "log_parser_stats"
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
