/** A key that never changes protects more data every day. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'KMS keys rotate within 90 days', ja: 'KMS の鍵が 90 日以内にローテーションされる' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.kms.crypto-key',
  why: {
    en: 'Rotation limits how much one leaked version opens and how long it is of use.',
    ja: 'ローテーションにより、1 つのバージョンが漏れたときの被害の量と期間が限られます。',
  },
  fix: {
    edits: { terraform: [{ set: 'rotation_period', value: '7776000s' }] },
    summary: { en: 'Set rotation_period to 7776000s or less.', ja: 'rotation_period を 7776000s 以下にしてください。' },
    terraform: `resource "google_kms_crypto_key" "orders" {
  name            = "orders"
  key_ring        = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
  rotation_period = "7776000s"
}`,
    cli: 'gcloud kms keys update KEY --keyring=RING --location=LOCATION --rotation-period=90d --next-rotation-time=TIME',
  },
  references: ['https://cloud.google.com/kms/docs/key-rotation'],
  equivalents: [
    'CKV_GCP_43',
    'AVD-GCP-0065',
    'tfsec:google-kms-rotate-kms-keys',
    'prowler:kms_key_rotation_max_90_days',
    'prowler:kms_key_rotation_enabled',
    'cloudsploit:keyRotation',
  ],
  params: { maximumDays: { type: 'number', default: 90, min: 1, description: { en: 'Longest period in days', ja: '最長の日数' } } },
  evaluate(key, { maximumDays }) {
    if (key.purpose !== 'ENCRYPT_DECRYPT')
      return notApplicable({ en: `Key ${key.name} does not rotate by itself`, ja: `鍵 ${key.name} は自動ローテーションの対象外です` });
    const seconds = key.rotationSeconds;
    if (seconds !== undefined && seconds >= 86400 && seconds <= maximumDays * 86400) return pass();
    return fail({
      en: `Key ${key.name} ${seconds === undefined ? 'does not rotate' : `rotates every ${Math.round(seconds / 86400)} days`}`,
      ja: `鍵 ${key.name} は${seconds === undefined ? 'ローテーションされません' : ` ${Math.round(seconds / 86400)} 日ごとにローテーションされます`}`,
    });
  },
  examples: [
    fails(
      'never',
      `resource "google_kms_crypto_key" "orders" {
  name     = "orders"
  key_ring = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
}`,
    ),
    fails(
      'once a year',
      `resource "google_kms_crypto_key" "orders" {
  name            = "orders"
  key_ring        = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
  rotation_period = "31536000s"
}`,
    ),
    fails(
      'a number without its unit',
      `resource "google_kms_crypto_key" "orders" {
  name            = "orders"
  key_ring        = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
  rotation_period = 90
}`,
    ),
    passes(
      'every 90 days',
      `resource "google_kms_crypto_key" "orders" {
  name            = "orders"
  key_ring        = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
  rotation_period = "7776000s"
}`,
    ),
    isNotApplicable(
      'a signing key',
      `resource "google_kms_crypto_key" "orders" {
  name     = "orders"
  key_ring = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
  purpose  = "ASYMMETRIC_SIGN"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "period" {}
resource "google_kms_crypto_key" "orders" {
  name            = "orders"
  key_ring        = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
  rotation_period = var.period
}`,
    ),
  ],
});
