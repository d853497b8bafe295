/** Who may publish decides what the receivers believe. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Topics are not public', ja: 'トピックが一般公開されていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.pubsub.topic',
  why: {
    en: 'Anybody can publish forged messages, or subscribe and read.',
    ja: '誰でも偽のメッセージを送ったり、購読して読んだりできます。',
  },
  fix: {
    summary: {
      en: 'Grant the role to named groups or service accounts only.',
      ja: '特定のグループかサービスアカウントにのみ付与してください。',
    },
    terraform: `resource "google_pubsub_topic" "orders" {
  name = "orders"
}
resource "google_pubsub_topic_iam_member" "reader" {
  topic  = google_pubsub_topic.orders.name
  role   = "roles/pubsub.publisher"
  member = "group:orders@example.com"
}`,
  },
  references: ['https://cloud.google.com/pubsub/docs/access-control'],
  equivalents: ['CKV_GCP_99', 'cloudsploit:topicAllUsersPolicy'],
  evaluate(topic) {
    const binding = findPublicBinding(topic.iam);
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `Topic ${topic.name} is open to the public (${role})`,
      ja: `トピック ${topic.name} が一般公開されています (${role})`,
    });
  },
  examples: [
    fails(
      'a member that is everybody',
      `resource "google_pubsub_topic" "orders" {
  name = "orders"
}
resource "google_pubsub_topic_iam_member" "reader" {
  topic  = google_pubsub_topic.orders.name
  role   = "roles/pubsub.publisher"
  member = "allUsers"
}`,
    ),
    fails(
      'a binding with everybody who has a Google account, on something that is not in this code',
      `resource "google_pubsub_topic_iam_binding" "readers" {
  topic   = "orders"
  role    = "roles/pubsub.publisher"
  members = ["user:eve@example.com", "allAuthenticatedUsers"]
}`,
    ),
    fails(
      'in a policy document',
      `resource "google_pubsub_topic" "orders" {
  name = "orders"
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/pubsub.publisher"
    members = ["allUsers"]
  }
}
resource "google_pubsub_topic_iam_policy" "all" {
  topic       = google_pubsub_topic.orders.name
  policy_data = data.google_iam_policy.open.policy_data
}`,
    ),
    passes(
      'a service account',
      `resource "google_pubsub_topic" "orders" {
  name = "orders"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_pubsub_topic_iam_member" "reader" {
  topic  = google_pubsub_topic.orders.name
  role   = "roles/pubsub.publisher"
  member = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_pubsub_topic" "orders" {
  name = "orders"
}
resource "google_pubsub_topic_iam_member" "reader" {
  topic  = google_pubsub_topic.orders.name
  role   = "roles/pubsub.publisher"
  member = var.reader
}`,
    ),
  ],
});
