/** A flag of PostgreSQL: log_connections. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'log_connections is on (Cloud SQL for PostgreSQL)', ja: 'log_connections が有効である (Cloud SQL for PostgreSQL)' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.sql.instance',
  why: {
    en: 'Logged connections show who came in, from where, and who tried.',
    ja: '接続のログで、誰がどこから入り、誰が試みたかが分かります。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=log_connections].value', value: 'on' }] },
    summary: { en: 'Set the database flag log_connections: on.', ja: 'データベースフラグ log_connections を設定してください: on。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_connections"
      value = "on"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="log_connections"=on',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/flags'],
  equivalents: [
    'CKV_GCP_52',
    'AVD-GCP-0016',
    'tfsec:google-sql-pg-log-connections',
    'prowler:cloudsql_instance_postgres_log_connections_flag',
    'cloudsploit:postgresqlLogConnections',
  ],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'POSTGRES',
      flag: 'log_connections',
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
      name  = "log_connections"
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
      name  = "log_connections"
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
      name  = "log_connections"
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
