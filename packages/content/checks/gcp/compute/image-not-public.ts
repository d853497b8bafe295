/** An image carries what was left on the disk it was made from. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Images are not shared publicly', ja: 'イメージが一般公開されていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.image',
  why: {
    en: 'Files, keys and code on the disk of the image are readable for everybody.',
    ja: 'イメージのディスク上のファイル・鍵・コードを誰でも読めます。',
  },
  fix: {
    summary: {
      en: 'Grant the role to projects or groups that need the image.',
      ja: 'イメージが必要なプロジェクトやグループに付与してください。',
    },
    terraform: `resource "google_compute_image" "web" {
  name        = "web-2026-11"
  source_disk = "projects/orders/zones/asia-northeast1-a/disks/web"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_compute_image_iam_member" "reader" {
  image  = google_compute_image.web.name
  role   = "roles/compute.imageUser"
  member = "serviceAccount:\${google_service_account.web.email}"
}`,
    cli: 'gcloud compute images remove-iam-policy-binding NAME --member=allAuthenticatedUsers --role=roles/compute.imageUser',
  },
  references: ['https://cloud.google.com/compute/docs/images/managing-access-custom-images'],
  equivalents: ['prowler:compute_image_not_publicly_shared', 'cloudsploit:publicDiskImages'],
  evaluate(image) {
    const binding = findPublicBinding(image.iam);
    if (!binding) return pass();
    return fail({
      en: `Anybody may use image ${image.name}`,
      ja: `イメージ ${image.name} が一般公開されています`,
    });
  },
  examples: [
    fails(
      'a member that is everybody',
      `resource "google_compute_image" "web" {
  name        = "web-2026-11"
  source_disk = "projects/orders/zones/asia-northeast1-a/disks/web"
}
resource "google_compute_image_iam_member" "reader" {
  image  = google_compute_image.web.name
  role   = "roles/compute.imageUser"
  member = "allUsers"
}`,
    ),
    fails(
      'a binding with everybody who has a Google account, on something that is not in this code',
      `resource "google_compute_image_iam_binding" "readers" {
  image   = "orders"
  role    = "roles/compute.imageUser"
  members = ["user:eve@example.com", "allAuthenticatedUsers"]
}`,
    ),
    fails(
      'in a policy document',
      `resource "google_compute_image" "web" {
  name        = "web-2026-11"
  source_disk = "projects/orders/zones/asia-northeast1-a/disks/web"
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/compute.imageUser"
    members = ["allUsers"]
  }
}
resource "google_compute_image_iam_policy" "all" {
  image       = google_compute_image.web.name
  policy_data = data.google_iam_policy.open.policy_data
}`,
    ),
    passes(
      'a service account',
      `resource "google_compute_image" "web" {
  name        = "web-2026-11"
  source_disk = "projects/orders/zones/asia-northeast1-a/disks/web"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_compute_image_iam_member" "reader" {
  image  = google_compute_image.web.name
  role   = "roles/compute.imageUser"
  member = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_compute_image" "web" {
  name        = "web-2026-11"
  source_disk = "projects/orders/zones/asia-northeast1-a/disks/web"
}
resource "google_compute_image_iam_member" "reader" {
  image  = google_compute_image.web.name
  role   = "roles/compute.imageUser"
  member = var.reader
}`,
    ),
  ],
});
