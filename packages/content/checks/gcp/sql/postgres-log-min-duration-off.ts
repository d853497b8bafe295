/** A flag of PostgreSQL: log_min_duration_statement. */
import { defineCheck, fails, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'log_min_duration_statement is -1 (Cloud SQL for PostgreSQL)',
    ja: 'log_min_duration_statement が -1 である (Cloud SQL for PostgreSQL)',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.sql.instance',
  why: {
    en: 'Statements that are logged for being slow bring their values, often personal data, into the log.',
    ja: '遅い文の記録には値が含まれ、個人情報がログに残ることがあります。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=log_min_duration_statement].value', value: '-1' }] },
    summary: {
      en: 'Set the database flag log_min_duration_statement: -1.',
      ja: 'データベースフラグ log_min_duration_statement を設定してください: -1。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_min_duration_statement"
      value = "-1"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="log_min_duration_statement"=-1',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/flags'],
  equivalents: [
    'CKV_GCP_57',
    'AVD-GCP-0021',
    'tfsec:google-sql-pg-no-min-statement-logging',
    'prowler:cloudsql_instance_postgres_log_min_duration_statement_flag',
    'cloudsploit:postgresqlLogMinDuration',
  ],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'POSTGRES',
      flag: 'log_min_duration_statement',
      isRight: (value) => value === undefined || value === '-1',
      wanted: '-1',
    });
  },
  examples: [
    fails(
      '250',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_min_duration_statement"
      value = "250"
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
      '-1',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_min_duration_statement"
      value = "-1"
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
      name  = "log_min_duration_statement"
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
