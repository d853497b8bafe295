/** A flag of SQL Server: cross db ownership chaining. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Cross-database ownership chaining is off (Cloud SQL for SQL Server)',
    ja: 'データベース間の所有権チェーンが無効である (Cloud SQL for SQL Server)',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'With chaining the owner of one database gets at tables of another without a grant.',
    ja: '有効だと、あるデータベースの所有者が権限なしに別のデータベースの表に届きます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=cross db ownership chaining].value', value: 'off' }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set the database flag cross db ownership chaining: off.',
      ja: 'データベースフラグ cross db ownership chaining を設定してください: off。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "cross db ownership chaining"
      value = "off"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="cross db ownership chaining"=off',
  },
  references: ['https://cloud.google.com/sql/docs/sqlserver/flags'],
  equivalents: [
    'CKV_GCP_58',
    'AVD-GCP-0019',
    'tfsec:google-sql-no-cross-db-ownership-chaining',
    'prowler:cloudsql_instance_sqlserver_cross_db_ownership_chaining_flag',
    'cloudsploit:sqlCrossDbOwnership',
  ],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'SQLSERVER',
      flag: 'cross db ownership chaining',
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
      name  = "cross db ownership chaining"
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
      name  = "cross db ownership chaining"
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
      name  = "cross db ownership chaining"
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
