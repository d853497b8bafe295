/** A flag of PostgreSQL: log_hostname. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'log_hostname is on (Cloud SQL for PostgreSQL)', ja: 'log_hostname が有効である (Cloud SQL for PostgreSQL)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.sql.instance',
  why: {
    en: 'Host names in the log make it plain where a connection came from.',
    ja: 'ホスト名があると、接続元がログから分かりやすくなります。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=log_hostname].value', value: 'on' }] },
    summary: { en: 'Set the database flag log_hostname: on.', ja: 'データベースフラグ log_hostname を設定してください: on。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_hostname"
      value = "on"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="log_hostname"=on',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/flags'],
  equivalents: ['CKV_GCP_108'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'POSTGRES',
      flag: 'log_hostname',
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
      name  = "log_hostname"
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
      name  = "log_hostname"
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
      name  = "log_hostname"
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
