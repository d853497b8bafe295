/** Everybody on the internet reads a public bucket, search engines included. */
import {
  defineCheck,
  fail,
  fails,
  findPublicBinding,
  isPublicAccessPrevented,
  isUnknown,
  none,
  pass,
  passes,
  shown,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Buckets are open neither to everybody nor to every Google account',
    ja: 'バケットが全員 (allUsers・allAuthenticatedUsers) に公開されていない',
  },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.storage.bucket',
  why: {
    en: 'A role for allUsers or allAuthenticatedUsers lets anybody on the internet list or read the objects; leaks of customer data usually begin here.',
    ja: 'allUsers や allAuthenticatedUsers へのロール付与で、インターネット上の誰でもオブジェクトを閲覧できます。顧客情報の漏えいの多くはここから始まります。',
  },
  fix: {
    edits: { terraform: [{ set: 'public_access_prevention', value: 'enforced' }] },
    cautions: ['closes-access'],
    summary: {
      en: 'Grant the role to groups or service accounts, and enforce public access prevention.',
      ja: 'ロールはグループやサービスアカウントに付与し、公開アクセスの防止を適用してください。',
    },
    terraform: `resource "google_storage_bucket" "orders" {
  name                        = "orders-bucket"
  location                    = "ASIA-NORTHEAST1"
  public_access_prevention    = "enforced"
  uniform_bucket_level_access = true
}`,
    cli: 'gcloud storage buckets update gs://NAME --public-access-prevention',
  },
  references: ['https://cloud.google.com/storage/docs/access-control/making-data-public'],
  equivalents: [
    'CKV_GCP_28',
    'AVD-GCP-0001',
    'tfsec:google-storage-no-public-access',
    'prowler:cloudstorage_bucket_public_access',
    'cloudsploit:bucketAllUsersPolicy',
  ],
  evaluate(bucket) {
    if (isPublicAccessPrevented(() => bucket.publicAccessPrevention)) return pass();
    const binding = findPublicBinding(bucket.iam);
    if (!binding && none(bucket.publicAcls, (entry) => /allUsers|allAuthenticatedUsers|^public|^authenticatedRead/.test(entry)))
      return pass();
    const role = binding ? (shown(() => binding.role) ?? 'a role') : 'an ACL';
    return fail({
      en: `Bucket ${bucket.name} is open to the public (${role})`,
      ja: `バケット ${bucket.name} が一般公開されています (${role})`,
    });
  },
  examples: [
    fails(
      'a member that is everybody',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}
resource "google_storage_bucket_iam_member" "reader" {
  bucket = google_storage_bucket.orders.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}`,
    ),
    fails(
      'a binding with everybody who has a Google account, on something that is not in this code',
      `resource "google_storage_bucket_iam_binding" "readers" {
  bucket  = "orders"
  role    = "roles/storage.objectViewer"
  members = ["user:eve@example.com", "allAuthenticatedUsers"]
}`,
    ),
    fails(
      'in a policy document',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/storage.objectViewer"
    members = ["allUsers"]
  }
}
resource "google_storage_bucket_iam_policy" "all" {
  bucket      = google_storage_bucket.orders.name
  policy_data = data.google_iam_policy.open.policy_data
}`,
    ),
    passes(
      'a service account',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_storage_bucket_iam_member" "reader" {
  bucket = google_storage_bucket.orders.name
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}
resource "google_storage_bucket_iam_member" "reader" {
  bucket = google_storage_bucket.orders.name
  role   = "roles/storage.objectViewer"
  member = var.reader
}`,
    ),
    fails(
      'an ACL entry for everybody',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}
resource "google_storage_bucket_access_control" "all" {
  bucket = google_storage_bucket.orders.name
  role   = "READER"
  entity = "allUsers"
}`,
    ),
    passes(
      'prevented for the whole bucket',
      `resource "google_storage_bucket" "orders" {
  name                     = "orders-bucket"
  location                 = "ASIA-NORTHEAST1"
  public_access_prevention = "enforced"
}`,
    ),
    passes(
      'grants that are not known, and that public access prevention refuses',
      `variable "readers" {}
resource "google_storage_bucket" "orders" {
  name                     = "orders-bucket"
  location                 = "ASIA-NORTHEAST1"
  public_access_prevention = "enforced"
}
resource "google_storage_bucket_iam_binding" "readers" {
  bucket  = google_storage_bucket.orders.name
  role    = "roles/storage.objectViewer"
  members = var.readers
}`,
    ),
    passes(
      'a grant that public access prevention refuses',
      `resource "google_storage_bucket" "orders" {
  name                     = "orders-bucket"
  location                 = "ASIA-NORTHEAST1"
  public_access_prevention = "enforced"
}
resource "google_storage_bucket_iam_member" "reader" {
  bucket = google_storage_bucket.orders.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}`,
    ),
  ],
});
