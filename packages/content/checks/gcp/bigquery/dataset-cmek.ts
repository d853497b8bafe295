/** Google encrypts everything; only a key of one's own can be taken away again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Datasets default to a customer key', ja: 'データセットの既定の暗号鍵が顧客管理の鍵である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.bigquery.dataset',
  why: {
    en: 'A key of your own can be withdrawn, and with it all tables become unreadable.',
    ja: '自分の鍵なら、無効化すれば全テーブルが読めなくなります。',
  },
  fix: {
    summary: {
      en: 'Set default_encryption_configuration.kms_key_name to a Cloud KMS key.',
      ja: 'default_encryption_configuration.kms_key_name に Cloud KMS の鍵を設定してください。',
    },
    terraform: `resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "asia-northeast1"
  default_encryption_configuration {
    kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
  },
  references: ['https://cloud.google.com/bigquery/docs/customer-managed-encryption'],
  equivalents: ['CKV_GCP_81', 'prowler:bigquery_dataset_cmk_encryption', 'cloudsploit:datasetsCMKEncrypted'],
  evaluate(dataset) {
    if (dataset.hasCustomerKey) return pass();
    return fail({
      en: `Dataset ${dataset.name} is encrypted with a key of Google`,
      ja: `データセット ${dataset.name} は Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "asia-northeast1"
}`,
    ),
    passes(
      'kms_key_name is projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders',
      `resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "asia-northeast1"
  default_encryption_configuration {
    kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
    ),
    passes(
      'handed in',
      `variable "kms_key_name" {}
resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "asia-northeast1"
  default_encryption_configuration {
    kms_key_name = var.kms_key_name
  }
}`,
    ),
  ],
});
