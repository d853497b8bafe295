/** A flag of PostgreSQL: log_temp_files. */
import { defineCheck, fails, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'log_temp_files is 0 (Cloud SQL for PostgreSQL)', ja: 'log_temp_files が 0 である (Cloud SQL for PostgreSQL)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.sql.instance',
  why: {
    en: 'Logged temporary files show queries that fill the disk, by mistake or on purpose.',
    ja: '一時ファイルの記録で、ディスクを埋める (故意を含む) クエリが分かります。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=log_temp_files].value', value: '0' }] },
    summary: { en: 'Set the database flag log_temp_files: 0.', ja: 'データベースフラグ log_temp_files を設定してください: 0。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_temp_files"
      value = "0"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="log_temp_files"=0',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/flags'],
  equivalents: ['CKV_GCP_56', 'AVD-GCP-0014', 'tfsec:google-sql-enable-pg-temp-file-logging'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'POSTGRES',
      flag: 'log_temp_files',
      isRight: (value) => value === '0',
      wanted: '0',
    });
  },
  examples: [
    fails(
      '-1',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_temp_files"
      value = "-1"
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
      '0',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_temp_files"
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
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "log_temp_files"
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
