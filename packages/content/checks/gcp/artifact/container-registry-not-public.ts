/** Images tell how an application works, and often more. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Container Registry is not public', ja: 'Container Registry が一般公開されていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.artifact.container-registry',
  why: {
    en: 'Anybody can download the images and look for code and keys in them.',
    ja: '誰でもイメージを取得し、中のコードや鍵を調べられます。',
  },
  fix: {
    summary: {
      en: 'Grant the role to named groups or service accounts, and move to Artifact Registry.',
      ja: '特定のグループやサービスアカウントに付与し、Artifact Registry に移行してください。',
    },
    terraform: `resource "google_container_registry" "eu" {
  project  = "orders-prd"
  location = "EU"
}
resource "google_storage_bucket_iam_member" "reader" {
  bucket = google_container_registry.eu.id
  role   = "roles/storage.objectViewer"
  member = "group:web@example.com"
}`,
  },
  references: ['https://cloud.google.com/artifact-registry/docs/transition/transition-from-gcr'],
  equivalents: ['CKV2_GCP_9'],
  noFramework: 'no control mapping yet',
  evaluate(registry) {
    const binding = findPublicBinding(registry.iam);
    if (!binding) return pass();
    return fail({
      en: `Container Registry ${registry.name} is open to the public`,
      ja: `Container Registry ${registry.name} が一般公開されています`,
    });
  },
  examples: [
    fails(
      'everybody',
      `resource "google_container_registry" "eu" {
  project  = "orders-prd"
  location = "EU"
}
resource "google_storage_bucket_iam_member" "reader" {
  bucket = google_container_registry.eu.id
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}`,
    ),
    fails(
      'in a binding',
      `resource "google_container_registry" "eu" {
  project  = "orders-prd"
  location = "EU"
}
resource "google_storage_bucket_iam_binding" "readers" {
  bucket  = google_container_registry.eu.id
  role    = "roles/storage.objectViewer"
  members = ["group:web@example.com", "allAuthenticatedUsers"]
}`,
    ),
    passes(
      'a group',
      `resource "google_container_registry" "eu" {
  project  = "orders-prd"
  location = "EU"
}
resource "google_storage_bucket_iam_member" "reader" {
  bucket = google_container_registry.eu.id
  role   = "roles/storage.objectViewer"
  member = "group:web@example.com"
}`,
    ),
    passes(
      'nobody else',
      `resource "google_container_registry" "eu" {
  project  = "orders-prd"
  location = "EU"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_container_registry" "eu" {
  project  = "orders-prd"
  location = "EU"
}
resource "google_storage_bucket_iam_member" "reader" {
  bucket = google_container_registry.eu.id
  role   = "roles/storage.objectViewer"
  member = var.reader
}`,
    ),
  ],
});
