/** A flag of MySQL: local_infile. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'local_infile is off (Cloud SQL for MySQL)', ja: 'local_infile が無効である (Cloud SQL for MySQL)' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'With local_infile a statement can make a client send its files to the server.',
    ja: 'local_infile が有効だと、SQL によってクライアントのファイルをサーバーに送らせることができます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=local_infile].value', value: 'off' }] },
    cautions: ['breaks-software'],
    summary: { en: 'Set the database flag local_infile: off.', ja: 'データベースフラグ local_infile を設定してください: off。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "local_infile"
      value = "off"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="local_infile"=off',
  },
  references: ['https://cloud.google.com/sql/docs/mysql/flags'],
  equivalents: [
    'CKV_GCP_50',
    'AVD-GCP-0026',
    'tfsec:google-sql-mysql-no-local-infile',
    'prowler:cloudsql_instance_mysql_local_infile_flag',
    'cloudsploit:mysqlLocalInfile',
  ],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'MYSQL',
      flag: 'local_infile',
      isRight: (value) => value === undefined || !isFlagOn(value),
      wanted: 'off',
    });
  },
  examples: [
    fails(
      'on',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "local_infile"
      value = "on"
    }
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
}`,
    ),
    passes(
      'off',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "local_infile"
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
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "local_infile"
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
