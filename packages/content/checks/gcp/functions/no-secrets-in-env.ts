/** Everybody who may view the function reads its environment. */
import { credentialIn, defineCheck, describeCredential, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Environment variables of functions hold no credentials', ja: '関数の環境変数に認証情報が含まれていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.functions.function',
  why: {
    en: 'Environment variables are shown to everybody who may view the function, and leak with a dump.',
    ja: '環境変数は関数を参照できる全員に見え、ダンプからも漏れます。',
  },
  fix: {
    summary: {
      en: 'Refer to Secret Manager in secret_environment_variables, and change what leaked.',
      ja: 'secret_environment_variables で Secret Manager を参照し、漏れた値は変更してください。',
    },
    terraform: `resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  service_config {
    environment_variables = {
      STAGE = "production"
    }
    secret_environment_variables {
      key        = "DB_PASSWORD"
      project_id = "orders-prd"
      secret     = "orders-db"
      version    = "latest"
    }
  }
}`,
  },
  references: ['https://cloud.google.com/functions/docs/configuring/secrets'],
  equivalents: [],
  evaluate(target) {
    const credential = credentialIn(target.credentials);
    if (!credential) return pass();
    const { en, ja } = describeCredential(credential.kind);
    return fail({
      en: `Function ${target.name} holds ${en} in the environment variable ${credential.variable}`,
      ja: `関数 ${target.name} の環境変数 ${credential.variable} に${ja}が含まれています`,
    });
  },
  examples: [
    fails(
      'a password',
      `resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  service_config {
    environment_variables = {
      DB_PASSWORD = "Winter2026-orders"
    }
  }
}`,
    ),
    fails(
      'generated, first generation',
      `resource "random_password" "db" {
  length = 32
}
resource "google_cloudfunctions_function" "orders" {
  name    = "orders"
  runtime = "nodejs22"
  environment_variables = {
    DATABASE_URL = "postgres://orders:\${random_password.db.result}@orders.db.example.com/orders"
  }
}`,
    ),
    passes(
      'a reference',
      `resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  service_config {
    environment_variables = {
      STAGE = "production"
    }
    secret_environment_variables {
      key        = "DB_PASSWORD"
      project_id = "orders-prd"
      secret     = "orders-db"
      version    = "latest"
    }
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "api_key" {}
resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  service_config {
    environment_variables = {
      API_KEY = var.api_key
    }
  }
}`,
    ),
  ],
});
