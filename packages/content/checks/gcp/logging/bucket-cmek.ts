/** Google encrypts everything; only a key of one's own can be taken away again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Log buckets use a customer key', ja: 'ログバケットが顧客管理の鍵で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.logging.bucket',
  why: {
    en: 'A key of your own can be withdrawn, and each use of it is logged.',
    ja: '自分の鍵なら無効化でき、利用も記録されます。',
  },
  fix: {
    summary: {
      en: 'Set cmek_settings.kms_key_name to a Cloud KMS key.',
      ja: 'cmek_settings.kms_key_name に Cloud KMS の鍵を設定してください。',
    },
    terraform: `resource "google_logging_project_bucket_config" "audit" {
  project   = "orders-prd"
  location  = "asia-northeast1"
  bucket_id = "audit"
  cmek_settings {
    kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
  },
  references: ['https://cloud.google.com/logging/docs/routing/managed-encryption-storage'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(bucket) {
    if (bucket.hasCustomerKey) return pass();
    return fail({
      en: `Log bucket ${bucket.name} is encrypted with a key of Google`,
      ja: `ログバケット ${bucket.name} は Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_logging_project_bucket_config" "audit" {
  project   = "orders-prd"
  location  = "asia-northeast1"
  bucket_id = "audit"
}`,
    ),
    passes(
      'kms_key_name is projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders',
      `resource "google_logging_project_bucket_config" "audit" {
  project   = "orders-prd"
  location  = "asia-northeast1"
  bucket_id = "audit"
  cmek_settings {
    kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
    ),
    passes(
      'handed in',
      `variable "kms_key_name" {}
resource "google_logging_project_bucket_config" "audit" {
  project   = "orders-prd"
  location  = "asia-northeast1"
  bucket_id = "audit"
  cmek_settings {
    kms_key_name = var.kms_key_name
  }
}`,
    ),
  ],
});
