/** What only other services call should not be on the internet. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Functions admit internal traffic or the load balancer only', ja: '関数の受信が内部またはロードバランサに限られている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.functions.function',
  why: {
    en: 'With ALLOW_ALL the address of the function can be called from the whole internet, past Cloud Armor.',
    ja: 'ALLOW_ALL では、Cloud Armor を迂回してインターネット全体から呼び出せます。',
  },
  fix: {
    summary: {
      en: 'Set ingress_settings to ALLOW_INTERNAL_ONLY or ALLOW_INTERNAL_AND_GCLB.',
      ja: 'ingress_settings を ALLOW_INTERNAL_ONLY か ALLOW_INTERNAL_AND_GCLB にしてください。',
    },
    terraform: `resource "google_cloudfunctions_function" "orders" {
  name             = "orders"
  runtime          = "nodejs22"
  ingress_settings = "ALLOW_INTERNAL_ONLY"
}`,
  },
  references: ['https://cloud.google.com/functions/docs/networking/network-settings'],
  equivalents: ['CKV_GCP_124', 'cloudsploit:ingressAllTrafficDisabled'],
  noFramework: 'no control mapping yet',
  evaluate(target) {
    if (target.ingress === 'ALLOW_INTERNAL_ONLY' || target.ingress === 'ALLOW_INTERNAL_AND_GCLB') return pass();
    return fail({
      en: `Function ${target.name} can be called from the whole internet`,
      ja: `関数 ${target.name} はインターネット全体から呼び出せます`,
    });
  },
  examples: [
    fails(
      'everybody',
      `resource "google_cloudfunctions_function" "orders" {
  name             = "orders"
  runtime          = "nodejs22"
  ingress_settings = "ALLOW_ALL"
}`,
    ),
    fails(
      'not written',
      `resource "google_cloudfunctions_function" "orders" {
  name    = "orders"
  runtime = "nodejs22"
}`,
    ),
    fails(
      'not written, second generation',
      `resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'internal',
      `resource "google_cloudfunctions_function" "orders" {
  name             = "orders"
  runtime          = "nodejs22"
  ingress_settings = "ALLOW_INTERNAL_ONLY"
}`,
    ),
    passes(
      'a load balancer',
      `resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  service_config {
    ingress_settings = "ALLOW_INTERNAL_AND_GCLB"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "ingress" {}
resource "google_cloudfunctions_function" "orders" {
  name             = "orders"
  runtime          = "nodejs22"
  ingress_settings = var.ingress
}`,
    ),
  ],
});
