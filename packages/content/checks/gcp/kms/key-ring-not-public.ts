/** Roles on a key ring hold for every key in it. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Key rings are not public', ja: 'キーリングが一般公開されていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.kms.key-ring',
  why: {
    en: 'A role for the public on the ring opens every key in it, also those made later.',
    ja: 'キーリングを公開すると、後から作るものも含めて中のすべての鍵が開きます。',
  },
  fix: {
    summary: {
      en: 'Grant the role to named groups or service accounts only.',
      ja: '特定のグループかサービスアカウントにのみ付与してください。',
    },
    terraform: `resource "google_kms_key_ring" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}
resource "google_kms_key_ring_iam_member" "reader" {
  key_ring_id = google_kms_key_ring.orders.id
  role        = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member      = "group:orders@example.com"
}`,
  },
  references: ['https://cloud.google.com/kms/docs/iam'],
  equivalents: ['CKV2_GCP_8'],
  noFramework: 'no control mapping yet',
  evaluate(ring) {
    const binding = findPublicBinding(ring.iam);
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `Key ring ${ring.name} is open to the public (${role})`,
      ja: `キーリング ${ring.name} が一般公開されています (${role})`,
    });
  },
  examples: [
    fails(
      'a member that is everybody',
      `resource "google_kms_key_ring" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}
resource "google_kms_key_ring_iam_member" "reader" {
  key_ring_id = google_kms_key_ring.orders.id
  role        = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member      = "allUsers"
}`,
    ),
    fails(
      'a binding with everybody who has a Google account, on something that is not in this code',
      `resource "google_kms_key_ring_iam_binding" "readers" {
  key_ring_id = "orders"
  role        = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  members     = ["user:eve@example.com", "allAuthenticatedUsers"]
}`,
    ),
    fails(
      'in a policy document',
      `resource "google_kms_key_ring" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
    members = ["allUsers"]
  }
}
resource "google_kms_key_ring_iam_policy" "all" {
  key_ring_id = google_kms_key_ring.orders.id
  policy_data = data.google_iam_policy.open.policy_data
}`,
    ),
    passes(
      'a service account',
      `resource "google_kms_key_ring" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_kms_key_ring_iam_member" "reader" {
  key_ring_id = google_kms_key_ring.orders.id
  role        = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member      = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_kms_key_ring" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}
resource "google_kms_key_ring_iam_member" "reader" {
  key_ring_id = google_kms_key_ring.orders.id
  role        = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member      = var.reader
}`,
    ),
  ],
});
