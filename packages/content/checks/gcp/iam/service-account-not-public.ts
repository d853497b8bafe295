/** Whoever may act as a service account has all of its rights. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Service accounts are open neither to everybody nor to every Google account',
    ja: 'サービスアカウントの利用が全員に公開されていない',
  },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.iam.service-account',
  why: {
    en: 'A role on the account for allUsers or allAuthenticatedUsers hands its rights to the internet.',
    ja: 'allUsers や allAuthenticatedUsers に付与すると、そのアカウントの権限をインターネットに渡すことになります。',
  },
  fix: {
    summary: { en: 'Remove the public members.', ja: '公開メンバーを外してください。' },
    terraform: `resource "google_service_account" "orders" {
  account_id = "orders"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_service_account_iam_member" "reader" {
  service_account_id = google_service_account.orders.id
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = "serviceAccount:\${google_service_account.web.email}"
}`,
  },
  references: ['https://cloud.google.com/iam/docs/service-account-permissions'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    const binding = findPublicBinding(account.iam);
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `Anybody may use service account ${account.name} (${role})`,
      ja: `サービスアカウント ${account.name} を誰でも利用できます (${role})`,
    });
  },
  examples: [
    fails(
      'a member that is everybody',
      `resource "google_service_account" "orders" {
  account_id = "orders"
}
resource "google_service_account_iam_member" "reader" {
  service_account_id = google_service_account.orders.id
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = "allUsers"
}`,
    ),
    fails(
      'a binding with everybody who has a Google account, on something that is not in this code',
      `resource "google_service_account_iam_binding" "readers" {
  service_account_id = "orders"
  role               = "roles/iam.serviceAccountTokenCreator"
  members            = ["user:eve@example.com", "allAuthenticatedUsers"]
}`,
    ),
    fails(
      'in a policy document',
      `resource "google_service_account" "orders" {
  account_id = "orders"
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/iam.serviceAccountTokenCreator"
    members = ["allUsers"]
  }
}
resource "google_service_account_iam_policy" "all" {
  service_account_id = google_service_account.orders.id
  policy_data        = data.google_iam_policy.open.policy_data
}`,
    ),
    passes(
      'a service account',
      `resource "google_service_account" "orders" {
  account_id = "orders"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_service_account_iam_member" "reader" {
  service_account_id = google_service_account.orders.id
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_service_account" "orders" {
  account_id = "orders"
}
resource "google_service_account_iam_member" "reader" {
  service_account_id = google_service_account.orders.id
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = var.reader
}`,
    ),
  ],
});
