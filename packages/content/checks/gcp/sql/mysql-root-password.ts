/** A root without a password is nobody's and everybody's. */
import { defineCheck, fail, fails, find, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The root user of MySQL has a password', ja: 'MySQL の root ユーザーにパスワードがある' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'Anybody who reaches a MySQL instance whose root has no password owns all of its data.',
    ja: 'パスワードのない root があると、到達できる誰もが全データを支配できます。',
  },
  fix: {
    summary: {
      en: 'Give the user root a password from Secret Manager.',
      ja: 'root ユーザーに Secret Manager のパスワードを設定してください。',
    },
    terraform: `resource "random_password" "root" {
  length = 32
}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
}
resource "google_sql_user" "root" {
  name     = "root"
  instance = google_sql_database_instance.orders.name
  password = random_password.root.result
}`,
  },
  references: ['https://cloud.google.com/sql/docs/mysql/create-manage-users'],
  equivalents: ['CKV2_GCP_7'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (!instance.version.startsWith('MYSQL'))
      return notApplicable({ en: `${instance.name} is no MySQL instance`, ja: `${instance.name} は MySQL のインスタンスではありません` });
    const root = find(instance.users, (each) => each.user.startsWith('root') && !each.hasPassword);
    if (!root) return pass();
    return fail({
      en: `The root user of Cloud SQL instance ${instance.name} has no password`,
      ja: `Cloud SQL インスタンス ${instance.name} の root ユーザーにパスワードがありません`,
    });
  },
  examples: [
    fails(
      'no password',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
}
resource "google_sql_user" "root" {
  name     = "root"
  instance = google_sql_database_instance.orders.name
}`,
    ),
    passes(
      'a password',
      `resource "random_password" "root" {
  length = 32
}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
}
resource "google_sql_user" "root" {
  name     = "root"
  instance = google_sql_database_instance.orders.name
  password = random_password.root.result
}`,
    ),
    passes(
      'no root',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
}`,
    ),
    passes(
      'handed in',
      `variable "password" {}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
}
resource "google_sql_user" "root" {
  name     = "root"
  instance = google_sql_database_instance.orders.name
  password = var.password
}`,
    ),
    isNotApplicable(
      'PostgreSQL',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
}`,
    ),
  ],
});
