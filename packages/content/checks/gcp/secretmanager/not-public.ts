/** A public secret is a contradiction. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Secrets are not public', ja: 'シークレットが一般公開されていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.secretmanager.secret',
  why: {
    en: 'Anybody on the internet can read the password or key that it holds.',
    ja: '中のパスワードや鍵をインターネット上の誰でも読めます。',
  },
  fix: {
    summary: {
      en: 'Grant the role to named groups or service accounts only.',
      ja: '特定のグループかサービスアカウントにのみ付与してください。',
    },
    terraform: `resource "google_secret_manager_secret" "db" {
  secret_id = "orders-db"
}
resource "google_secret_manager_secret_iam_member" "reader" {
  secret_id = google_secret_manager_secret.db.id
  role      = "roles/secretmanager.secretAccessor"
  member    = "group:orders@example.com"
}`,
  },
  references: ['https://cloud.google.com/secret-manager/docs/access-control'],
  equivalents: ['prowler:secretmanager_secret_not_publicly_accessible'],
  evaluate(secret) {
    const binding = findPublicBinding(secret.iam);
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `Secret ${secret.name} is open to the public (${role})`,
      ja: `シークレット ${secret.name} が一般公開されています (${role})`,
    });
  },
  examples: [
    fails(
      'a member that is everybody',
      `resource "google_secret_manager_secret" "db" {
  secret_id = "orders-db"
}
resource "google_secret_manager_secret_iam_member" "reader" {
  secret_id = google_secret_manager_secret.db.id
  role      = "roles/secretmanager.secretAccessor"
  member    = "allUsers"
}`,
    ),
    fails(
      'a binding with everybody who has a Google account, on something that is not in this code',
      `resource "google_secret_manager_secret_iam_binding" "readers" {
  secret_id = "orders"
  role      = "roles/secretmanager.secretAccessor"
  members   = ["user:eve@example.com", "allAuthenticatedUsers"]
}`,
    ),
    fails(
      'in a policy document',
      `resource "google_secret_manager_secret" "db" {
  secret_id = "orders-db"
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/secretmanager.secretAccessor"
    members = ["allUsers"]
  }
}
resource "google_secret_manager_secret_iam_policy" "all" {
  secret_id   = google_secret_manager_secret.db.id
  policy_data = data.google_iam_policy.open.policy_data
}`,
    ),
    passes(
      'a service account',
      `resource "google_secret_manager_secret" "db" {
  secret_id = "orders-db"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_secret_manager_secret_iam_member" "reader" {
  secret_id = google_secret_manager_secret.db.id
  role      = "roles/secretmanager.secretAccessor"
  member    = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_secret_manager_secret" "db" {
  secret_id = "orders-db"
}
resource "google_secret_manager_secret_iam_member" "reader" {
  secret_id = google_secret_manager_secret.db.id
  role      = "roles/secretmanager.secretAccessor"
  member    = var.reader
}`,
    ),
  ],
});
