/** The database takes any password unless it is told not to. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud SQL enforces a password policy', ja: 'Cloud SQL でパスワードポリシーが適用される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'Short and reused passwords of database users are guessed first.',
    ja: '短いパスワードや使い回しは真っ先に破られます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].password_validation_policy.enable_password_policy', value: true }] },
    summary: { en: 'Write password_validation_policy.', ja: 'password_validation_policy を書いてください。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    password_validation_policy {
      min_length             = 12
      complexity             = "COMPLEXITY_DEFAULT"
      enable_password_policy = true
    }
  }
}`,
  },
  references: ['https://cloud.google.com/sql/docs/postgres/built-in-authentication'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.version.startsWith('SQLSERVER'))
      return notApplicable({ en: `${instance.name} is a SQL Server instance`, ja: `${instance.name} は SQL Server のインスタンスです` });
    if (instance.hasPasswordPolicy) return pass();
    return fail({
      en: `Cloud SQL instance ${instance.name} takes any password`,
      ja: `Cloud SQL インスタンス ${instance.name} にパスワードポリシーがありません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
}`,
    ),
    fails(
      'switched off',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    password_validation_policy {
      enable_password_policy = false
    }
  }
}`,
    ),
    passes(
      'twelve characters',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    password_validation_policy {
      min_length             = 12
      complexity             = "COMPLEXITY_DEFAULT"
      enable_password_policy = true
    }
  }
}`,
    ),
    isNotApplicable(
      'SQL Server has policies of its own',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
}`,
    ),
  ],
});
