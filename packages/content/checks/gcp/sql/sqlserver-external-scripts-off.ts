/** A flag of SQL Server: external scripts enabled. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'External scripts are off (Cloud SQL for SQL Server)', ja: '外部スクリプトが無効である (Cloud SQL for SQL Server)' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'External scripts run R or Python on the server in the name of whoever may write a query.',
    ja: '外部スクリプトが有効だと、クエリを書ける人がサーバー上で R や Python を実行できます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=external scripts enabled].value', value: 'off' }] },
    cautions: ['interrupts', 'breaks-software'],
    summary: {
      en: 'Set the database flag external scripts enabled: off.',
      ja: 'データベースフラグ external scripts enabled を設定してください: off。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "external scripts enabled"
      value = "off"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="external scripts enabled"=off',
  },
  references: ['https://cloud.google.com/sql/docs/sqlserver/flags'],
  equivalents: ['prowler:cloudsql_instance_sqlserver_external_scripts_enabled_flag', 'cloudsploit:sqlServerExternalScripts'],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'SQLSERVER',
      flag: 'external scripts enabled',
      isRight: (value) => value === undefined || !isFlagOn(value),
      wanted: 'off',
    });
  },
  examples: [
    fails(
      'on',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "external scripts enabled"
      value = "on"
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
      'off',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "external scripts enabled"
      value = "off"
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
      name  = "external scripts enabled"
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
