/** A default account may usually edit the whole project. */
import { defineCheck, fail, fails, isDefaultServiceAccount, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Functions have a service account of their own', ja: '関数に専用のサービスアカウントがある' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.functions.function',
  why: {
    en: 'The default account usually holds Editor: one hole in the function opens the project.',
    ja: 'デフォルトのアカウントは多くの場合編集者で、関数の欠陥 1 つでプロジェクト全体に及びます。',
  },
  fix: {
    summary: {
      en: 'Name a service account with the roles that the function needs.',
      ja: '必要なロールだけを持つサービスアカウントを指定してください。',
    },
    terraform: `resource "google_cloudfunctions_function" "orders" {
  name                  = "orders"
  runtime               = "nodejs22"
  service_account_email = "orders@orders-prd.iam.gserviceaccount.com"
}`,
  },
  references: ['https://cloud.google.com/functions/docs/securing/function-identity'],
  equivalents: ['cloudsploit:functionDefaultServiceAccount'],
  noFramework: 'no control mapping yet',
  evaluate(target) {
    if (target.serviceAccount !== undefined && !isDefaultServiceAccount(target.serviceAccount)) return pass();
    return fail({
      en: `Function ${target.name} runs as a default service account`,
      ja: `関数 ${target.name} はデフォルトのサービスアカウントで動作しています`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "google_cloudfunctions_function" "orders" {
  name    = "orders"
  runtime = "nodejs22"
}`,
    ),
    fails(
      'the default account',
      `resource "google_cloudfunctions_function" "orders" {
  name                  = "orders"
  runtime               = "nodejs22"
  service_account_email = "orders-prd@appspot.gserviceaccount.com"
}`,
    ),
    passes(
      'its own',
      `resource "google_cloudfunctions_function" "orders" {
  name                  = "orders"
  runtime               = "nodejs22"
  service_account_email = "orders@orders-prd.iam.gserviceaccount.com"
}`,
    ),
    passes(
      'second generation',
      `resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  service_config {
    service_account_email = "orders@orders-prd.iam.gserviceaccount.com"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "account" {}
resource "google_cloudfunctions_function" "orders" {
  name                  = "orders"
  runtime               = "nodejs22"
  service_account_email = var.account
}`,
    ),
  ],
});
