/** A flag of SQL Server: contained database authentication. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Contained database authentication is off (Cloud SQL for SQL Server)',
    ja: '包含データベース認証が無効である (Cloud SQL for SQL Server)',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'Owners of contained databases can let users in without the administrator of the server.',
    ja: '包含データベースの所有者は、サーバー管理者を通さずにユーザーを追加できます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=contained database authentication].value', value: 'off' }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set the database flag contained database authentication: off.',
      ja: 'データベースフラグ contained database authentication を設定してください: off。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "contained database authentication"
      value = "off"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="contained database authentication"=off',
  },
  references: ['https://cloud.google.com/sql/docs/sqlserver/flags'],
  equivalents: [
    'CKV_GCP_59',
    'AVD-GCP-0023',
    'tfsec:google-sql-no-contained-db-auth',
    'prowler:cloudsql_instance_sqlserver_contained_database_authentication_flag',
    'cloudsploit:sqlContainedDatabaseAuth',
  ],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'SQLSERVER',
      flag: 'contained database authentication',
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
      name  = "contained database authentication"
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
      name  = "contained database authentication"
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
      name  = "contained database authentication"
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
