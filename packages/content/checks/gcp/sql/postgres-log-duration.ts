/** A flag of PostgreSQL: log_duration. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'log_duration is on (Cloud SQL for PostgreSQL)', ja: 'log_duration が有効である (Cloud SQL for PostgreSQL)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.sql.instance',
  why: {
    en: 'The duration of statements shows mass reads of data.',
    ja: '文の実行時間から、大量のデータ読み出しに気づけます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=log_duration].value', value: 'on' }] },
    summary: { en: 'Set the database flag log_duration: on.', ja: 'データベースフラグ log_duration を設定してください: on。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_duration"
      value = "on"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="log_duration"=on',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/flags'],
  equivalents: ['CKV2_GCP_13'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'POSTGRES',
      flag: 'log_duration',
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
      name  = "log_duration"
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
      name  = "log_duration"
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
      name  = "log_duration"
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
