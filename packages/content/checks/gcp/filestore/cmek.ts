/** Google encrypts everything; only a key of one's own can be taken away again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Filestore uses a customer key', ja: 'Filestore が顧客管理の鍵で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.filestore.instance',
  why: {
    en: 'A key of your own can be withdrawn, and each use of it is logged.',
    ja: '自分の鍵なら無効化でき、利用も記録されます。',
  },
  fix: {
    summary: { en: 'Set kms_key_name to a Cloud KMS key.', ja: 'kms_key_name に Cloud KMS の鍵を設定してください。' },
    terraform: `resource "google_filestore_instance" "shared" {
  name         = "shared"
  tier         = "ZONAL"
  location     = "asia-northeast1-a"
  kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
}`,
  },
  references: ['https://cloud.google.com/filestore/docs/cmek'],
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
      `resource "google_filestore_instance" "shared" {
  name     = "shared"
  tier     = "ZONAL"
  location = "asia-northeast1-a"
}`,
    ),
    passes(
      'kms_key_name is projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders',
      `resource "google_filestore_instance" "shared" {
  name         = "shared"
  tier         = "ZONAL"
  location     = "asia-northeast1-a"
  kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
}`,
    ),
    passes(
      'handed in',
      `variable "kms_key_name" {}
resource "google_filestore_instance" "shared" {
  name         = "shared"
  tier         = "ZONAL"
  location     = "asia-northeast1-a"
  kms_key_name = var.kms_key_name
}`,
    ),
  ],
});
