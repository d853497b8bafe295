/** Data in a warehouse is collected so that it can be asked; by everybody, if the dataset is public. */
import { defineCheck, fail, fails, find, findPublicBinding, isPublicMember, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Datasets are not public', ja: 'データセットが一般公開されていない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.bigquery.dataset',
  why: {
    en: 'allAuthenticatedUsers means every Google account in the world, not only those of the company.',
    ja: 'allAuthenticatedUsers は自社だけでなく、世界中のすべての Google アカウントです。',
  },
  fix: {
    summary: { en: 'Grant access to groups or service accounts.', ja: 'グループかサービスアカウントにアクセスを付与してください。' },
    terraform: `resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "asia-northeast1"
  access {
    role           = "READER"
    group_by_email = "analysts@example.com"
  }
}`,
  },
  references: ['https://cloud.google.com/bigquery/docs/dataset-access-controls'],
  equivalents: [
    'CKV_GCP_15',
    'AVD-GCP-0046',
    'tfsec:google-bigquery-no-public-access',
    'prowler:bigquery_dataset_public_access',
    'cloudsploit:datasetAllUsersPolicy',
  ],
  evaluate(dataset) {
    const entry = find(dataset.access, (each) => isPublicMember(each.specialGroup ?? '') || isPublicMember(each.member ?? ''));
    const isOpen = entry !== undefined || findPublicBinding(dataset.iam) !== undefined;
    if (!isOpen) return pass();
    return fail({
      en: `Dataset ${dataset.name} is open to the public`,
      ja: `データセット ${dataset.name} が一般公開されています`,
    });
  },
  examples: [
    fails(
      'a special group',
      `resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "asia-northeast1"
  access {
    role          = "READER"
    special_group = "allAuthenticatedUsers"
  }
}`,
    ),
    fails(
      'an entry of its own',
      `resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "asia-northeast1"
}
resource "google_bigquery_dataset_access" "all" {
  dataset_id = google_bigquery_dataset.orders.dataset_id
  role       = "READER"
  iam_member = "allUsers"
}`,
    ),
    fails(
      'a member that is everybody',
      `resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "asia-northeast1"
}
resource "google_bigquery_dataset_iam_member" "reader" {
  dataset_id = google_bigquery_dataset.orders.dataset_id
  role       = "roles/bigquery.dataViewer"
  member     = "allUsers"
}`,
    ),
    fails(
      'a binding with everybody who has a Google account, on something that is not in this code',
      `resource "google_bigquery_dataset_iam_binding" "readers" {
  dataset_id = "orders"
  role       = "roles/bigquery.dataViewer"
  members    = ["user:eve@example.com", "allAuthenticatedUsers"]
}`,
    ),
    fails(
      'in a policy document',
      `resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "asia-northeast1"
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/bigquery.dataViewer"
    members = ["allUsers"]
  }
}
resource "google_bigquery_dataset_iam_policy" "all" {
  dataset_id  = google_bigquery_dataset.orders.dataset_id
  policy_data = data.google_iam_policy.open.policy_data
}`,
    ),
    passes(
      'a service account',
      `resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "asia-northeast1"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_bigquery_dataset_iam_member" "reader" {
  dataset_id = google_bigquery_dataset.orders.dataset_id
  role       = "roles/bigquery.dataViewer"
  member     = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "asia-northeast1"
}
resource "google_bigquery_dataset_iam_member" "reader" {
  dataset_id = google_bigquery_dataset.orders.dataset_id
  role       = "roles/bigquery.dataViewer"
  member     = var.reader
}`,
    ),
    passes(
      'a group',
      `resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "asia-northeast1"
  access {
    role           = "READER"
    group_by_email = "analysts@example.com"
  }
}`,
    ),
    isUnknown(
      'the group is handed in',
      `variable "group" {}
resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "asia-northeast1"
  access {
    role          = "READER"
    special_group = var.group
  }
}`,
    ),
  ],
});
