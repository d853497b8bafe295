/** A flag of PostgreSQL: cloudsql.enable_pgaudit. */
import { defineCheck, fails, isFlagOn, isNotApplicable, isUnknown, judgeFlag, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'pgAudit is on (Cloud SQL for PostgreSQL)', ja: 'pgAudit が有効である (Cloud SQL for PostgreSQL)' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.sql.instance',
  why: {
    en: 'pgAudit records who read and changed which table, which the ordinary log does not.',
    ja: 'pgAudit は通常のログにない、誰がどの表を読み書きしたかを記録します。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].database_flags[name=cloudsql.enable_pgaudit].value', value: 'on' }] },
    cautions: ['interrupts'],
    summary: {
      en: 'Set the database flag cloudsql.enable_pgaudit: on.',
      ja: 'データベースフラグ cloudsql.enable_pgaudit を設定してください: on。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "cloudsql.enable_pgaudit"
      value = "on"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --database-flags="cloudsql.enable_pgaudit"=on',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/flags'],
  equivalents: ['CKV_GCP_110', 'prowler:cloudsql_instance_postgres_enable_pgaudit_flag', 'cloudsploit:postgresqlPgAuditEnabled'],
  evaluate(instance) {
    return judgeFlag(instance, {
      engine: 'POSTGRES',
      flag: 'cloudsql.enable_pgaudit',
      isRight: isFlagOn,
      wanted: 'on',
    });
  },
  examples: [
    fails(
      'off',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "cloudsql.enable_pgaudit"
      value = "off"
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
      'on',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "cloudsql.enable_pgaudit"
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
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    database_flags {
      name  = "cloudsql.enable_pgaudit"
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
