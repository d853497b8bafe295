/** A flag of SQL Server: 3625. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Trace flag 3625 is on (Cloud SQL for SQL Server)', ja: 'トレースフラグ 3625 が有効である (Cloud SQL for SQL Server)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'The trace flag masks parameters in error messages, so that ordinary users do not see names of objects.',
    ja: 'エラーメッセージの引数を伏せ、一般ユーザーに内部の名前を見せません。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=3625].value', value: 'on' }] },
    cautions: ['interrupts'],
    summary: { en: 'Set the database flag 3625: on.', ja: 'データベースフラグ 3625 を設定してください: on。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "3625"
      value = "on"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="3625"=on',
  },
  references: ['https://cloud.google.com/sql/docs/sqlserver/flags'],
  equivalents: ['prowler:cloudsql_instance_sqlserver_trace_flag', 'cloudsploit:sqlServerTraceFlagDisabled'],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'SQLSERVER',
      flag: '3625',
      isRight: isFlagOn,
      wanted: 'on',
    });
  },
  examples: [
    fails(
      'off',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "3625"
      value = "off"
    }
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
}`,
    ),
    passes(
      'on',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "3625"
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
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "3625"
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
