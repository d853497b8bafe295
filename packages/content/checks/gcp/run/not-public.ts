/** A service for everybody should be that on purpose. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud Run services are not open to everyone', ja: 'Cloud Run サービスが一般公開されていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.run.service',
  why: {
    en: 'Anybody can call the service; whatever it forgets to check is open.',
    ja: '誰でも呼び出せるため、アプリケーション側の確認漏れがそのまま公開されます。',
  },
  fix: {
    summary: {
      en: 'Grant the role to named groups or service accounts only.',
      ja: '特定のグループかサービスアカウントにのみ付与してください。',
    },
    terraform: `resource "google_cloud_run_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}
resource "google_cloud_run_service_iam_member" "reader" {
  service = google_cloud_run_service.orders.name
  role    = "roles/run.invoker"
  member  = "group:orders@example.com"
}`,
  },
  references: ['https://cloud.google.com/run/docs/securing/managing-access'],
  equivalents: ['CKV_GCP_102'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    const binding = findPublicBinding(service.iam);
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `Service ${service.name} is open to the public (${role})`,
      ja: `サービス ${service.name} が一般公開されています (${role})`,
    });
  },
  examples: [
    fails(
      'a member that is everybody',
      `resource "google_cloud_run_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}
resource "google_cloud_run_service_iam_member" "reader" {
  service = google_cloud_run_service.orders.name
  role    = "roles/run.invoker"
  member  = "allUsers"
}`,
    ),
    fails(
      'a binding with everybody who has a Google account, on something that is not in this code',
      `resource "google_cloud_run_service_iam_binding" "readers" {
  service = "orders"
  role    = "roles/run.invoker"
  members = ["user:eve@example.com", "allAuthenticatedUsers"]
}`,
    ),
    fails(
      'in a policy document',
      `resource "google_cloud_run_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/run.invoker"
    members = ["allUsers"]
  }
}
resource "google_cloud_run_service_iam_policy" "all" {
  service     = google_cloud_run_service.orders.name
  policy_data = data.google_iam_policy.open.policy_data
}`,
    ),
    passes(
      'a service account',
      `resource "google_cloud_run_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_cloud_run_service_iam_member" "reader" {
  service = google_cloud_run_service.orders.name
  role    = "roles/run.invoker"
  member  = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_cloud_run_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}
resource "google_cloud_run_service_iam_member" "reader" {
  service = google_cloud_run_service.orders.name
  role    = "roles/run.invoker"
  member  = var.reader
}`,
    ),
  ],
});
