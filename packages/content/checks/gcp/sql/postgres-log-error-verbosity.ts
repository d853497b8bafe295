/** A flag of PostgreSQL: log_error_verbosity. */
import { defineCheck, fails, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'log_error_verbosity is default or terse (Cloud SQL for PostgreSQL)',
    ja: 'log_error_verbosity が default または terse である (Cloud SQL for PostgreSQL)',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.sql.instance',
  why: {
    en: 'Verbose messages put source files and internal names into the log and blow it up.',
    ja: 'verbose ではソースファイル名など内部情報までログに出て、量も膨らみます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=log_error_verbosity].value', value: 'default' }] },
    summary: {
      en: 'Set the database flag log_error_verbosity: default.',
      ja: 'データベースフラグ log_error_verbosity を設定してください: default。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_error_verbosity"
      value = "default"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="log_error_verbosity"=default',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/flags'],
  equivalents: ['prowler:cloudsql_instance_postgres_log_error_verbosity_flag', 'cloudsploit:postgresqlLogErrorVerbosity'],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'POSTGRES',
      flag: 'log_error_verbosity',
      isRight: (value) => value === undefined || /^(?:default|terse)$/i.test(value),
      wanted: 'default',
    });
  },
  examples: [
    fails(
      'verbose',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_error_verbosity"
      value = "verbose"
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
      'default',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_error_verbosity"
      value = "default"
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
      name  = "log_error_verbosity"
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
