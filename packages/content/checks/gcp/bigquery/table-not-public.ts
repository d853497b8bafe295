/** A public table is public, however closed its dataset. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Tables are not public', ja: 'テーブルが一般公開されていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.bigquery.table',
  why: {
    en: 'Anybody with a Google account, or without, can read every row.',
    ja: 'Google アカウントの有無を問わず、誰でも全行を読めます。',
  },
  fix: {
    summary: {
      en: 'Grant the role to named groups or service accounts only.',
      ja: '特定のグループかサービスアカウントにのみ付与してください。',
    },
    terraform: `resource "google_bigquery_table" "lines" {
  dataset_id = "orders"
  table_id   = "lines"
}
resource "google_bigquery_table_iam_member" "reader" {
  table_id = google_bigquery_table.lines.table_id
  role     = "roles/bigquery.dataViewer"
  member   = "group:orders@example.com"
}`,
  },
  references: ['https://cloud.google.com/bigquery/docs/table-access-controls-intro'],
  equivalents: ['CKV_GCP_100'],
  noFramework: 'no control mapping yet',
  evaluate(table) {
    const binding = findPublicBinding(table.iam);
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `Table ${table.name} is open to the public (${role})`,
      ja: `テーブル ${table.name} が一般公開されています (${role})`,
    });
  },
  examples: [
    fails(
      'a member that is everybody',
      `resource "google_bigquery_table" "lines" {
  dataset_id = "orders"
  table_id   = "lines"
}
resource "google_bigquery_table_iam_member" "reader" {
  table_id = google_bigquery_table.lines.table_id
  role     = "roles/bigquery.dataViewer"
  member   = "allUsers"
}`,
    ),
    fails(
      'a binding with everybody who has a Google account, on something that is not in this code',
      `resource "google_bigquery_table_iam_binding" "readers" {
  table_id = "orders"
  role     = "roles/bigquery.dataViewer"
  members  = ["user:eve@example.com", "allAuthenticatedUsers"]
}`,
    ),
    fails(
      'in a policy document',
      `resource "google_bigquery_table" "lines" {
  dataset_id = "orders"
  table_id   = "lines"
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/bigquery.dataViewer"
    members = ["allUsers"]
  }
}
resource "google_bigquery_table_iam_policy" "all" {
  table_id    = google_bigquery_table.lines.table_id
  policy_data = data.google_iam_policy.open.policy_data
}`,
    ),
    passes(
      'a service account',
      `resource "google_bigquery_table" "lines" {
  dataset_id = "orders"
  table_id   = "lines"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_bigquery_table_iam_member" "reader" {
  table_id = google_bigquery_table.lines.table_id
  role     = "roles/bigquery.dataViewer"
  member   = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_bigquery_table" "lines" {
  dataset_id = "orders"
  table_id   = "lines"
}
resource "google_bigquery_table_iam_member" "reader" {
  table_id = google_bigquery_table.lines.table_id
  role     = "roles/bigquery.dataViewer"
  member   = var.reader
}`,
    ),
  ],
});
