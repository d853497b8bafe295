/** A flag of PostgreSQL: log_min_error_statement. */
import { defineCheck, fails, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'log_min_error_statement is error or stricter (Cloud SQL for PostgreSQL)',
    ja: 'log_min_error_statement が error 以下である (Cloud SQL for PostgreSQL)',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.sql.instance',
  why: {
    en: 'The statement beside an error shows the injection that caused it.',
    ja: 'エラーを起こした文が残れば、SQL インジェクションの試みが分かります。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=log_min_error_statement].value', value: 'error' }] },
    summary: {
      en: 'Set the database flag log_min_error_statement: error.',
      ja: 'データベースフラグ log_min_error_statement を設定してください: error。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_min_error_statement"
      value = "error"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="log_min_error_statement"=error',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/flags'],
  equivalents: ['CKV_GCP_109', 'prowler:cloudsql_instance_postgres_log_min_error_statement_flag', 'cloudsploit:postgresqlLogMinError'],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'POSTGRES',
      flag: 'log_min_error_statement',
      isRight: (value) => value === undefined || /^(?:debug[1-5]?|info|notice|warning|error)$/i.test(value),
      wanted: 'error',
    });
  },
  examples: [
    fails(
      'panic',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_min_error_statement"
      value = "panic"
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
      'error',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_min_error_statement"
      value = "error"
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
      name  = "log_min_error_statement"
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
