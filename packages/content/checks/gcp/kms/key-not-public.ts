/** A public key of encryption is none. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'KMS keys are not public', ja: 'KMS の鍵が一般公開されていない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.kms.crypto-key',
  why: {
    en: 'Whoever may decrypt with the key reads everything that it protects.',
    ja: '鍵で復号できる人は、それで守られたすべてを読めます。',
  },
  fix: {
    summary: {
      en: 'Grant the role to named groups or service accounts only.',
      ja: '特定のグループかサービスアカウントにのみ付与してください。',
    },
    terraform: `resource "google_kms_crypto_key" "orders" {
  name     = "orders"
  key_ring = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
}
resource "google_kms_crypto_key_iam_member" "reader" {
  crypto_key_id = google_kms_crypto_key.orders.id
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = "group:orders@example.com"
}`,
  },
  references: ['https://cloud.google.com/kms/docs/iam'],
  equivalents: ['CKV_GCP_112', 'CKV2_GCP_6', 'prowler:kms_key_not_publicly_accessible', 'cloudsploit:kmsPublicAccess'],
  evaluate(key) {
    const binding = findPublicBinding(key.iam);
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `Key ${key.name} is open to the public (${role})`,
      ja: `鍵 ${key.name} が一般公開されています (${role})`,
    });
  },
  examples: [
    fails(
      'a member that is everybody',
      `resource "google_kms_crypto_key" "orders" {
  name     = "orders"
  key_ring = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
}
resource "google_kms_crypto_key_iam_member" "reader" {
  crypto_key_id = google_kms_crypto_key.orders.id
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = "allUsers"
}`,
    ),
    fails(
      'a binding with everybody who has a Google account, on something that is not in this code',
      `resource "google_kms_crypto_key_iam_binding" "readers" {
  crypto_key_id = "orders"
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  members       = ["user:eve@example.com", "allAuthenticatedUsers"]
}`,
    ),
    fails(
      'in a policy document',
      `resource "google_kms_crypto_key" "orders" {
  name     = "orders"
  key_ring = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/cloudkms.cryptoKeyDecrypter"
    members = ["allUsers"]
  }
}
resource "google_kms_crypto_key_iam_policy" "all" {
  crypto_key_id = google_kms_crypto_key.orders.id
  policy_data   = data.google_iam_policy.open.policy_data
}`,
    ),
    passes(
      'a service account',
      `resource "google_kms_crypto_key" "orders" {
  name     = "orders"
  key_ring = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_kms_crypto_key_iam_member" "reader" {
  crypto_key_id = google_kms_crypto_key.orders.id
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_kms_crypto_key" "orders" {
  name     = "orders"
  key_ring = "projects/orders-prd/locations/asia-northeast1/keyRings/orders"
}
resource "google_kms_crypto_key_iam_member" "reader" {
  crypto_key_id = google_kms_crypto_key.orders.id
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = var.reader
}`,
    ),
  ],
});
