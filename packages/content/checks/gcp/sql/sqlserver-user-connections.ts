/** A flag of SQL Server: user connections. */
import { defineCheck, fails, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'User connections are not limited (Cloud SQL for SQL Server)',
    ja: 'ユーザー接続数が制限されていない (Cloud SQL for SQL Server)',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'A low limit locks users out under load, and a few connections are enough to deny service.',
    ja: '上限が低いと負荷時に接続できなくなり、少数の接続で妨害されます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=user connections].value', value: '0' }] },
    cautions: ['interrupts'],
    summary: {
      en: 'Set the database flag user connections: 0, which means no limit.',
      ja: 'データベースフラグ user connections を設定してください: 0, which means no limit。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "user connections"
      value = "0"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="user connections"=0',
  },
  references: ['https://cloud.google.com/sql/docs/sqlserver/flags'],
  equivalents: ['prowler:cloudsql_instance_sqlserver_user_connections_flag', 'cloudsploit:sqlServerUserConnections'],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'SQLSERVER',
      flag: 'user connections',
      isRight: (value) => value === undefined || value === '0',
      wanted: '0, which means no limit',
    });
  },
  examples: [
    fails(
      '50',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "user connections"
      value = "50"
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
      '0',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "user connections"
      value = "0"
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
      name  = "user connections"
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
