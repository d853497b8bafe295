/** With the key goes everything that it encrypts. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'KMS keys are protected from being destroyed by Terraform', ja: 'KMS の鍵が Terraform による破棄から守られている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.kms.crypto-key',
  why: {
    en: 'A destroyed key version cannot be brought back, and neither can the data under it.',
    ja: '破棄した鍵バージョンは戻せず、それで暗号化したデータも戻りません。',
  },
  fix: {
    summary: { en: 'Set prevent_destroy to true in lifecycle.', ja: 'lifecycle の prevent_destroy を true にしてください。' },
    terraform: `resource "google_kms_crypto_key" "orders" {
  name     = "orders"
  key_ring = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
  lifecycle {
    prevent_destroy = true
  }
}`,
  },
  references: ['https://cloud.google.com/kms/docs/destroy-restore'],
  equivalents: ['CKV_GCP_82'],
  noFramework: 'no control mapping yet',
  evaluate(key) {
    if (key.preventsDestroy) return pass();
    return fail({ en: `Terraform may destroy key ${key.name}`, ja: `鍵 ${key.name} は Terraform で破棄できます` });
  },
  examples: [
    fails(
      'not written',
      `resource "google_kms_crypto_key" "orders" {
  name     = "orders"
  key_ring = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
}`,
    ),
    fails(
      'false',
      `resource "google_kms_crypto_key" "orders" {
  name     = "orders"
  key_ring = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
  lifecycle {
    prevent_destroy = false
  }
}`,
    ),
    passes(
      'true',
      `resource "google_kms_crypto_key" "orders" {
  name     = "orders"
  key_ring = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
  lifecycle {
    prevent_destroy = true
  }
}`,
    ),
  ],
});
