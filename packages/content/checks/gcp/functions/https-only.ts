/** Plain HTTP shows tokens to whoever sits between. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Functions with an HTTP trigger demand HTTPS', ja: 'HTTP トリガーの関数で HTTPS が必須である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.functions.function',
  why: {
    en: 'Without SECURE_ALWAYS the function also answers plain HTTP, and tokens travel in the clear.',
    ja: 'SECURE_ALWAYS でないと平文の HTTP でも応答し、トークンが暗号化されずに流れます。',
  },
  fix: {
    edits: { terraform: [{ of: ['google_cloudfunctions_function'], set: 'https_trigger_security_level', value: 'SECURE_ALWAYS' }] },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set https_trigger_security_level to SECURE_ALWAYS.',
      ja: 'https_trigger_security_level を SECURE_ALWAYS にしてください。',
    },
    terraform: `resource "google_cloudfunctions_function" "orders" {
  name                         = "orders"
  runtime                      = "nodejs22"
  trigger_http                 = true
  https_trigger_security_level = "SECURE_ALWAYS"
}`,
  },
  references: ['https://cloud.google.com/functions/docs/writing/write-http-functions'],
  equivalents: ['CKV2_GCP_10'],
  noFramework: 'no control mapping yet',
  evaluate(target) {
    if (!target.isHttp)
      return notApplicable({ en: `Function ${target.name} takes no HTTP`, ja: `関数 ${target.name} は HTTP を受け付けません` });
    if (target.httpsOnly) return pass();
    return fail({ en: `Function ${target.name} answers plain HTTP`, ja: `関数 ${target.name} は平文の HTTP に応答します` });
  },
  examples: [
    fails(
      'not written',
      `resource "google_cloudfunctions_function" "orders" {
  name         = "orders"
  runtime      = "nodejs22"
  trigger_http = true
}`,
    ),
    fails(
      'optional',
      `resource "google_cloudfunctions_function" "orders" {
  name                         = "orders"
  runtime                      = "nodejs22"
  trigger_http                 = true
  https_trigger_security_level = "SECURE_OPTIONAL"
}`,
    ),
    passes(
      'always',
      `resource "google_cloudfunctions_function" "orders" {
  name                         = "orders"
  runtime                      = "nodejs22"
  trigger_http                 = true
  https_trigger_security_level = "SECURE_ALWAYS"
}`,
    ),
    passes(
      'second generation',
      `resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    isNotApplicable(
      'an event',
      `resource "google_cloudfunctions_function" "orders" {
  name    = "orders"
  runtime = "nodejs22"
  event_trigger {
    event_type = "google.storage.object.finalize"
    resource   = "orders-bucket"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "level" {}
resource "google_cloudfunctions_function" "orders" {
  name                         = "orders"
  runtime                      = "nodejs22"
  trigger_http                 = true
  https_trigger_security_level = var.level
}`,
    ),
  ],
});
