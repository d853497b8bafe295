/** A flag of PostgreSQL: log_min_messages. */
import { defineCheck, fails, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'log_min_messages is warning or stricter (Cloud SQL for PostgreSQL)',
    ja: 'log_min_messages が warning 以上である (Cloud SQL for PostgreSQL)',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.sql.instance',
  why: {
    en: 'A level above error hides the very errors that attacks leave.',
    ja: 'error より上の水準では、攻撃が残すエラー自体が記録されません。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=log_min_messages].value', value: 'warning' }] },
    summary: {
      en: 'Set the database flag log_min_messages: warning or error.',
      ja: 'データベースフラグ log_min_messages を設定してください: warning or error。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_min_messages"
      value = "warning"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="log_min_messages"=warning',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/flags'],
  equivalents: [
    'CKV_GCP_55',
    'AVD-GCP-0018',
    'tfsec:google-sql-pg-log-errors',
    'prowler:cloudsql_instance_postgres_log_min_messages_flag',
    'cloudsploit:postgresqlLogMinMessages',
  ],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'POSTGRES',
      flag: 'log_min_messages',
      isRight: (value) => value === undefined || /^(?:debug[1-5]?|info|notice|warning|error)$/i.test(value),
      wanted: 'warning or error',
    });
  },
  examples: [
    fails(
      'fatal',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_min_messages"
      value = "fatal"
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
      'warning',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_min_messages"
      value = "warning"
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
      name  = "log_min_messages"
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
