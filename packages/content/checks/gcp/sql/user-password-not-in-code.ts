/** A password in the code is known to everybody who reads the repository, for ever. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Passwords of database users are not in the code', ja: 'データベースユーザーのパスワードがコードに書かれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.sql.user',
  why: {
    en: 'Code is copied to laptops, builds and backups; its history keeps a password that was taken out.',
    ja: 'コードは端末・ビルド・バックアップに複製され、消したパスワードも履歴に残ります。',
  },
  fix: {
    summary: {
      en: 'Generate the password, or use IAM authentication or password_wo from Secret Manager; change what leaked.',
      ja: 'パスワードは生成するか、IAM 認証や Secret Manager と password_wo を使い、漏れた値は変更してください。',
    },
    terraform: `resource "random_password" "app" {
  length = 32
}
resource "google_sql_user" "app" {
  name     = "app"
  instance = "orders"
  password = random_password.app.result
}`,
  },
  references: ['https://cloud.google.com/sql/docs/postgres/iam-authentication'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(user) {
    if (!user.hasPlainTextPassword) return pass();
    return fail({
      en: `The password of database user ${user.name} is in the code`,
      ja: `データベースユーザー ${user.name} のパスワードがコードに書かれています`,
    });
  },
  examples: [
    fails(
      'written',
      `resource "google_sql_user" "app" {
  name     = "app"
  instance = "orders"
  password = "Winter2026-orders"
}`,
    ),
    fails(
      'the default of a variable',
      `variable "password" {
  default = "Winter2026-orders"
}
resource "google_sql_user" "app" {
  name     = "app"
  instance = "orders"
  password = var.password
}`,
    ),
    passes(
      'generated',
      `resource "random_password" "app" {
  length = 32
}
resource "google_sql_user" "app" {
  name     = "app"
  instance = "orders"
  password = random_password.app.result
}`,
    ),
    passes(
      'IAM',
      `resource "google_sql_user" "app" {
  name     = "app"
  instance = "orders"
  type     = "CLOUD_IAM_SERVICE_ACCOUNT"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "password" {}
resource "google_sql_user" "app" {
  name     = "app"
  instance = "orders"
  password = var.password
}`,
    ),
  ],
});
