/** Google encrypts everything; only a key of one's own can be taken away again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Data Fusion uses a customer key', ja: 'Data Fusion が顧客管理の鍵で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.datafusion.instance',
  why: {
    en: 'A key of your own can be withdrawn, and each use of it is logged.',
    ja: '自分の鍵なら無効化でき、利用も記録されます。',
  },
  fix: {
    summary: {
      en: 'Set crypto_key_config.key_reference to a Cloud KMS key.',
      ja: 'crypto_key_config.key_reference に Cloud KMS の鍵を設定してください。',
    },
    terraform: `resource "google_data_fusion_instance" "etl" {
  name   = "etl"
  region = "asia-northeast1"
  type   = "BASIC"
  crypto_key_config {
    key_reference = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
  },
  references: ['https://cloud.google.com/data-fusion/docs/how-to/customer-managed-encryption-keys'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.hasCustomerKey) return pass();
    return fail({
      en: `Instance ${instance.name} is encrypted with a key of Google`,
      ja: `インスタンス ${instance.name} は Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_data_fusion_instance" "etl" {
  name   = "etl"
  region = "asia-northeast1"
  type   = "BASIC"
}`,
    ),
    passes(
      'key_reference is projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders',
      `resource "google_data_fusion_instance" "etl" {
  name   = "etl"
  region = "asia-northeast1"
  type   = "BASIC"
  crypto_key_config {
    key_reference = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
    ),
    passes(
      'handed in',
      `variable "key_reference" {}
resource "google_data_fusion_instance" "etl" {
  name   = "etl"
  region = "asia-northeast1"
  type   = "BASIC"
  crypto_key_config {
    key_reference = var.key_reference
  }
}`,
    ),
  ],
});
