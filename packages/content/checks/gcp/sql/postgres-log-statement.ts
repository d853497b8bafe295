/** A flag of PostgreSQL: log_statement. */
import { defineCheck, fails, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'log_statement is ddl or wider (Cloud SQL for PostgreSQL)',
    ja: 'log_statement が ddl 以上である (Cloud SQL for PostgreSQL)',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.sql.instance',
  why: {
    en: 'Logged changes of the schema show what an intruder or a wrong release did.',
    ja: 'スキーマ変更のログで、侵入者や誤ったリリースの操作が分かります。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=log_statement].value', value: 'ddl' }] },
    summary: {
      en: 'Set the database flag log_statement: ddl, mod or all.',
      ja: 'データベースフラグ log_statement を設定してください: ddl, mod or all。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_statement"
      value = "ddl"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="log_statement"=ddl',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/flags'],
  equivalents: ['CKV_GCP_111', 'prowler:cloudsql_instance_postgres_log_statement_flag', 'cloudsploit:postgresqlLogStatement'],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'POSTGRES',
      flag: 'log_statement',
      isRight: (value) => /^(?:ddl|mod|all)$/i.test(value ?? ''),
      wanted: 'ddl, mod or all',
    });
  },
  examples: [
    fails(
      'none',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_statement"
      value = "none"
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
      'ddl',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_statement"
      value = "ddl"
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
      name  = "log_statement"
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
