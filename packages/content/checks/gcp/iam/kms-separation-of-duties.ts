/** Who manages keys should not be able to read what they protect. */
import { any, defineCheck, fail, fails, isUnknown, matching, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nobody both manages and uses KMS keys', ja: '同じ人が KMS 鍵の管理と利用を兼ねていない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.iam.grant',
  why: {
    en: 'The admin of a key who can also decrypt with it needs nobody to read or to destroy the data.',
    ja: '鍵の管理者が復号もできると、1 人でデータを読むことも破壊することもできます。',
  },
  fix: {
    summary: {
      en: 'Give the roles to manage and to use keys to different people.',
      ja: '鍵の管理ロールと利用ロールを別の人に付与してください。',
    },
    terraform: `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/cloudkms.admin"
  member  = "user:eve@example.com"
}
resource "google_project_iam_member" "users" {
  project = "orders-prd"
  role    = "roles/cloudkms.cryptoKeyDecrypter"
  member  = "user:bob@example.com"
}`,
  },
  references: ['https://cloud.google.com/kms/docs/separation-of-duties'],
  equivalents: ['prowler:iam_role_kms_enforce_separation_of_duties', 'cloudsploit:kmsUserSeparation'],
  evaluate(grant) {
    const [binding] = matching(
      grant.bindings,
      (each) =>
        each.role === 'roles/cloudkms.admin' &&
        any(each.members, ({ otherRoles }) =>
          any(otherRoles, (role) => /^roles\/cloudkms\.cryptoKey(?:Encrypter|Decrypter|EncrypterDecrypter)$/.test(role)),
        ),
    );
    if (!binding) return pass();
    return fail({
      en: `A member both manages and uses KMS keys (${grant.name})`,
      ja: `同じメンバーが KMS 鍵の管理と利用を兼ねています (${grant.name})`,
    });
  },
  examples: [
    fails(
      'the same person has both',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/cloudkms.admin"
  member  = "user:eve@example.com"
}
resource "google_project_iam_binding" "users" {
  project = "orders-prd"
  role    = "roles/cloudkms.cryptoKeyDecrypter"
  members = ["group:web@example.com", "user:eve@example.com"]
}`,
    ),
    fails(
      'a service account that the code makes',
      `resource "google_service_account" "web" {
  account_id = "web"
}
resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/cloudkms.admin"
  member  = "serviceAccount:\${google_service_account.web.email}"
}
resource "google_project_iam_member" "second" {
  project = "orders-prd"
  role    = "roles/cloudkms.cryptoKeyDecrypter"
  member  = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    passes(
      'two people',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/cloudkms.admin"
  member  = "user:eve@example.com"
}
resource "google_project_iam_member" "users" {
  project = "orders-prd"
  role    = "roles/cloudkms.cryptoKeyDecrypter"
  member  = "user:bob@example.com"
}`,
    ),
    passes(
      'two projects',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/cloudkms.admin"
  member  = "user:eve@example.com"
}
resource "google_project_iam_member" "users" {
  project = "orders-stg"
  role    = "roles/cloudkms.cryptoKeyDecrypter"
  member  = "user:eve@example.com"
}`,
    ),
    isUnknown(
      'it is not known who',
      `variable "admin" {}
resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/cloudkms.admin"
  member  = var.admin
}
resource "google_project_iam_member" "users" {
  project = "orders-prd"
  role    = "roles/cloudkms.cryptoKeyDecrypter"
  member  = "user:bob@example.com"
}`,
    ),
  ],
});
