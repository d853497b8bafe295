/** A public subscription hands out messages and takes them from their receiver. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Subscriptions are not public', ja: 'サブスクリプションが一般公開されていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.pubsub.subscription',
  why: {
    en: 'Anybody can read the messages, and what is read is gone for the application.',
    ja: '誰でもメッセージを読め、読まれた分はアプリケーションに届きません。',
  },
  fix: {
    summary: {
      en: 'Grant the role to named groups or service accounts only.',
      ja: '特定のグループかサービスアカウントにのみ付与してください。',
    },
    terraform: `resource "google_pubsub_subscription" "orders" {
  name  = "orders"
  topic = "orders"
}
resource "google_pubsub_subscription_iam_member" "reader" {
  subscription = google_pubsub_subscription.orders.name
  role         = "roles/pubsub.subscriber"
  member       = "group:orders@example.com"
}`,
  },
  references: ['https://cloud.google.com/pubsub/docs/access-control'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(subscription) {
    const binding = findPublicBinding(subscription.iam);
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `Subscription ${subscription.name} is open to the public (${role})`,
      ja: `サブスクリプション ${subscription.name} が一般公開されています (${role})`,
    });
  },
  examples: [
    fails(
      'a member that is everybody',
      `resource "google_pubsub_subscription" "orders" {
  name  = "orders"
  topic = "orders"
}
resource "google_pubsub_subscription_iam_member" "reader" {
  subscription = google_pubsub_subscription.orders.name
  role         = "roles/pubsub.subscriber"
  member       = "allUsers"
}`,
    ),
    fails(
      'a binding with everybody who has a Google account, on something that is not in this code',
      `resource "google_pubsub_subscription_iam_binding" "readers" {
  subscription = "orders"
  role         = "roles/pubsub.subscriber"
  members      = ["user:eve@example.com", "allAuthenticatedUsers"]
}`,
    ),
    fails(
      'in a policy document',
      `resource "google_pubsub_subscription" "orders" {
  name  = "orders"
  topic = "orders"
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/pubsub.subscriber"
    members = ["allUsers"]
  }
}
resource "google_pubsub_subscription_iam_policy" "all" {
  subscription = google_pubsub_subscription.orders.name
  policy_data  = data.google_iam_policy.open.policy_data
}`,
    ),
    passes(
      'a service account',
      `resource "google_pubsub_subscription" "orders" {
  name  = "orders"
  topic = "orders"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_pubsub_subscription_iam_member" "reader" {
  subscription = google_pubsub_subscription.orders.name
  role         = "roles/pubsub.subscriber"
  member       = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_pubsub_subscription" "orders" {
  name  = "orders"
  topic = "orders"
}
resource "google_pubsub_subscription_iam_member" "reader" {
  subscription = google_pubsub_subscription.orders.name
  role         = "roles/pubsub.subscriber"
  member       = var.reader
}`,
    ),
  ],
});
