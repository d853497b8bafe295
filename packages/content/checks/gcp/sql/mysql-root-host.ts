/** root from anywhere is what every password list begins with. */
import { defineCheck, fail, fails, find, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'root of MySQL cannot log in from anywhere', ja: 'MySQL の root がどこからでもログインできない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'With the host % the most powerful account can be tried from every address that reaches the instance.',
    ja: 'ホストが % だと、最強のアカウントへのログインを到達可能な全アドレスから試せます。',
  },
  fix: {
    summary: { en: 'Limit the host of root, or use another account.', ja: 'root のホストを限定するか、別のアカウントを使ってください。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
}
resource "google_sql_user" "admin" {
  name     = "root"
  instance = google_sql_database_instance.orders.name
  host     = "cloudsqlproxy~%"
}`,
  },
  references: ['https://cloud.google.com/sql/docs/mysql/users'],
  equivalents: ['cloudsploit:anyHostRootAccess'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (!instance.version.startsWith('MYSQL'))
      return notApplicable({ en: `${instance.name} is no MySQL instance`, ja: `${instance.name} は MySQL のインスタンスではありません` });
    const root = find(instance.users, (each) => each.user === 'root' && each.host === '%');
    if (!root) return pass();
    return fail({
      en: `root of Cloud SQL instance ${instance.name} may log in from anywhere`,
      ja: `Cloud SQL インスタンス ${instance.name} の root はどこからでもログインできます`,
    });
  },
  examples: [
    fails(
      'anywhere',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
}
resource "google_sql_user" "admin" {
  name     = "root"
  instance = google_sql_database_instance.orders.name
  host     = "%"
}`,
    ),
    passes(
      'the proxy only',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
}
resource "google_sql_user" "admin" {
  name     = "root"
  instance = google_sql_database_instance.orders.name
  host     = "cloudsqlproxy~%"
}`,
    ),
    passes(
      'another account',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
}
resource "google_sql_user" "admin" {
  name     = "app"
  instance = google_sql_database_instance.orders.name
  host     = "%"
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
    isUnknown(
      'handed in',
      `variable "host" {}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
}
resource "google_sql_user" "admin" {
  name     = "root"
  instance = google_sql_database_instance.orders.name
  host     = var.host
}`,
    ),
  ],
});
