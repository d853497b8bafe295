/** A flag of SQL Server: user options. */
import { defineCheck, fails, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Global user options are unset (Cloud SQL for SQL Server)',
    ja: 'グローバルな user options が設定されていない (Cloud SQL for SQL Server)',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'Global options change how every session behaves and break what applications rely on.',
    ja: 'グローバルな設定は全セッションの動作を変え、アプリケーションの前提を壊します。',
  },
  fix: {
    summary: { en: 'Remove the database flag user options.', ja: 'データベースフラグ user options を外してください。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
}`,
  },
  references: ['https://cloud.google.com/sql/docs/sqlserver/flags'],
  equivalents: ['prowler:cloudsql_instance_sqlserver_user_options_flag', 'cloudsploit:sqlServerUserOptionsDisabled'],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'SQLSERVER',
      flag: 'user options',
      isRight: (value) => value === undefined || value === '0',
      wanted: 'not set',
    });
  },
  examples: [
    fails(
      '4',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "user options"
      value = "4"
    }
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
}`,
    ),
    passes(
      'another flag',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "max server memory (mb)"
      value = "4096"
    }
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "value" {}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "user options"
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
