/** Whoever finds the address of a public function runs it. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Functions are not open to everyone', ja: '関数が一般公開されていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.functions.function',
  why: {
    en: 'Anybody can run the function, at your cost and with its rights.',
    ja: '誰でも自社の費用と関数の権限で実行できます。',
  },
  fix: {
    summary: {
      en: 'Grant the role to named groups or service accounts only.',
      ja: '特定のグループかサービスアカウントにのみ付与してください。',
    },
    terraform: `resource "google_cloudfunctions_function" "orders" {
  name    = "orders"
  runtime = "nodejs22"
}
resource "google_cloudfunctions_function_iam_member" "reader" {
  cloud_function = google_cloudfunctions_function.orders.name
  role           = "roles/cloudfunctions.invoker"
  member         = "group:orders@example.com"
}`,
  },
  references: ['https://cloud.google.com/functions/docs/securing/managing-access-iam'],
  equivalents: ['CKV_GCP_107', 'prowler:cloudfunction_function_not_publicly_accessible', 'cloudsploit:functionAllUsersPolicy'],
  evaluate(target) {
    const binding = findPublicBinding(target.iam);
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `Function ${target.name} is open to the public (${role})`,
      ja: `関数 ${target.name} が一般公開されています (${role})`,
    });
  },
  examples: [
    fails(
      'a member that is everybody',
      `resource "google_cloudfunctions_function" "orders" {
  name    = "orders"
  runtime = "nodejs22"
}
resource "google_cloudfunctions_function_iam_member" "reader" {
  cloud_function = google_cloudfunctions_function.orders.name
  role           = "roles/cloudfunctions.invoker"
  member         = "allUsers"
}`,
    ),
    fails(
      'a binding with everybody who has a Google account, on something that is not in this code',
      `resource "google_cloudfunctions_function_iam_binding" "readers" {
  cloud_function = "orders"
  role           = "roles/cloudfunctions.invoker"
  members        = ["user:eve@example.com", "allAuthenticatedUsers"]
}`,
    ),
    fails(
      'in a policy document',
      `resource "google_cloudfunctions_function" "orders" {
  name    = "orders"
  runtime = "nodejs22"
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/cloudfunctions.invoker"
    members = ["allUsers"]
  }
}
resource "google_cloudfunctions_function_iam_policy" "all" {
  cloud_function = google_cloudfunctions_function.orders.name
  policy_data    = data.google_iam_policy.open.policy_data
}`,
    ),
    passes(
      'a service account',
      `resource "google_cloudfunctions_function" "orders" {
  name    = "orders"
  runtime = "nodejs22"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_cloudfunctions_function_iam_member" "reader" {
  cloud_function = google_cloudfunctions_function.orders.name
  role           = "roles/cloudfunctions.invoker"
  member         = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_cloudfunctions_function" "orders" {
  name    = "orders"
  runtime = "nodejs22"
}
resource "google_cloudfunctions_function_iam_member" "reader" {
  cloud_function = google_cloudfunctions_function.orders.name
  role           = "roles/cloudfunctions.invoker"
  member         = var.reader
}`,
    ),
  ],
});
