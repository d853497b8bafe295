/** A flag of SQL Server: remote access. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Remote access is off (Cloud SQL for SQL Server)', ja: 'リモートアクセスが無効である (Cloud SQL for SQL Server)' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'Remote procedure calls from other servers are on by default and can be misused to flood others.',
    ja: '他サーバーからのリモートプロシージャは既定で有効で、他者への攻撃に悪用され得ます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=remote access].value', value: 'off' }] },
    cautions: ['interrupts'],
    summary: { en: 'Set the database flag remote access: off.', ja: 'データベースフラグ remote access を設定してください: off。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "remote access"
      value = "off"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="remote access"=off',
  },
  references: ['https://cloud.google.com/sql/docs/sqlserver/flags'],
  equivalents: ['prowler:cloudsql_instance_sqlserver_remote_access_flag', 'cloudsploit:sqlServerRemoteAccessDisabled'],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'SQLSERVER',
      flag: 'remote access',
      isRight: (value) => value !== undefined && !isFlagOn(value),
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
      name  = "remote access"
      value = "on"
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
      'off',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "remote access"
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
      name  = "remote access"
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
