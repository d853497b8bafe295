/** Google encrypts everything; only a key of one's own can be taken away again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Buckets use a key of the customer by default', ja: 'バケットの既定の暗号鍵が顧客管理の鍵である' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.storage.bucket',
  why: {
    en: 'A key of your own can be rotated, logged and withdrawn: without it nobody reads the objects any more.',
    ja: '自分の鍵ならローテーション・利用記録・無効化ができ、無効化すれば誰もオブジェクトを読めなくなります。',
  },
  fix: {
    summary: {
      en: 'Set encryption.default_kms_key_name to a Cloud KMS key.',
      ja: 'encryption.default_kms_key_name に Cloud KMS の鍵を設定してください。',
    },
    terraform: `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  encryption {
    default_kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
  },
  references: ['https://cloud.google.com/storage/docs/encryption/customer-managed-keys'],
  equivalents: ['AVD-GCP-0066', 'tfsec:google-storage-bucket-encryption-customer-key', 'cloudsploit:bucketEncryption'],
  evaluate(bucket) {
    if (bucket.hasCustomerKey) return pass();
    return fail({
      en: `Bucket ${bucket.name} is encrypted with a key of Google`,
      ja: `バケット ${bucket.name} は Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}`,
    ),
    passes(
      'default_kms_key_name is projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  encryption {
    default_kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
    ),
    passes(
      'handed in',
      `variable "default_kms_key_name" {}
resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  encryption {
    default_kms_key_name = var.default_kms_key_name
  }
}`,
    ),
  ],
});
