/** A flag of MySQL: skip_show_database. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'skip_show_database is on (Cloud SQL for MySQL)', ja: 'skip_show_database が有効である (Cloud SQL for MySQL)' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'Without it every user sees the names of all databases of the server.',
    ja: '無効だと、どのユーザーからもサーバー上の全データベース名が見えます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=skip_show_database].value', value: 'on' }] },
    cautions: ['interrupts', 'breaks-software'],
    summary: { en: 'Set the database flag skip_show_database: on.', ja: 'データベースフラグ skip_show_database を設定してください: on。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "skip_show_database"
      value = "on"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="skip_show_database"=on',
  },
  references: ['https://cloud.google.com/sql/docs/mysql/flags'],
  equivalents: ['prowler:cloudsql_instance_mysql_skip_show_database_flag', 'cloudsploit:mysqlSkipShowDatabase'],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'MYSQL',
      flag: 'skip_show_database',
      isRight: isFlagOn,
      wanted: 'on',
    });
  },
  examples: [
    fails(
      'off',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "skip_show_database"
      value = "off"
    }
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
}`,
    ),
    passes(
      'on',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "skip_show_database"
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
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "skip_show_database"
      value = var.value
    }
  }
}`,
    ),
    isNotApplicable(
      'another engine',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
}`,
    ),
  ],
});
