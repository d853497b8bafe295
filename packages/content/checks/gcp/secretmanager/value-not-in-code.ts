/** A secret whose value is in the code is kept in two places, and one is open. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Values of secrets are not in the code', ja: 'シークレットの値がコードに書かれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.secretmanager.version',
  why: {
    en: 'Whoever reads the repository reads the secret, whatever Secret Manager demands.',
    ja: 'Secret Manager の権限に関わらず、リポジトリを読める人が値を読めます。',
  },
  fix: {
    summary: {
      en: 'Add the version outside of the code, or generate the value; change what leaked.',
      ja: 'バージョンはコードの外で追加するか値を生成し、漏れた値は変更してください。',
    },
    terraform: `resource "random_password" "db" {
  length = 32
}
resource "google_secret_manager_secret_version" "db" {
  secret      = "projects/orders-prd/secrets/orders-db"
  secret_data = random_password.db.result
}`,
  },
  references: ['https://cloud.google.com/secret-manager/docs/best-practices'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(version) {
    if (!version.hasPlainTextValue) return pass();
    return fail({
      en: `The value of secret ${version.name} is in the code`,
      ja: `シークレット ${version.name} の値がコードに書かれています`,
    });
  },
  examples: [
    fails(
      'written',
      `resource "google_secret_manager_secret_version" "db" {
  secret      = "projects/orders-prd/secrets/orders-db"
  secret_data = "Winter2026-orders"
}`,
    ),
    passes(
      'generated',
      `resource "random_password" "db" {
  length = 32
}
resource "google_secret_manager_secret_version" "db" {
  secret      = "projects/orders-prd/secrets/orders-db"
  secret_data = random_password.db.result
}`,
    ),
    passes(
      'written and never kept',
      `resource "google_secret_manager_secret_version" "db" {
  secret                 = "projects/orders-prd/secrets/orders-db"
  secret_data_wo         = ephemeral.random_password.db.result
  secret_data_wo_version = 1
}`,
    ),
    isUnknown(
      'handed in',
      `variable "value" {}
resource "google_secret_manager_secret_version" "db" {
  secret      = "projects/orders-prd/secrets/orders-db"
  secret_data = var.value
}`,
    ),
  ],
});
