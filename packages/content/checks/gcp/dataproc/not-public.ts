/** A cluster for everybody is a computer for everybody. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Dataproc clusters are not public', ja: 'Dataproc クラスタが一般公開されていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.dataproc.cluster',
  why: {
    en: 'Anybody can run jobs on the cluster with the rights of its account.',
    ja: '誰でもクラスタのアカウントの権限でジョブを実行できます。',
  },
  fix: {
    summary: {
      en: 'Grant the role to named groups or service accounts only.',
      ja: '特定のグループかサービスアカウントにのみ付与してください。',
    },
    terraform: `resource "google_dataproc_cluster" "reports" {
  name   = "reports"
  region = "asia-northeast1"
}
resource "google_dataproc_cluster_iam_member" "reader" {
  cluster = google_dataproc_cluster.reports.name
  role    = "roles/dataproc.editor"
  member  = "group:orders@example.com"
}`,
  },
  references: ['https://cloud.google.com/dataproc/docs/concepts/iam/iam'],
  equivalents: ['CKV_GCP_98'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    const binding = findPublicBinding(cluster.iam);
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `Cluster ${cluster.name} is open to the public (${role})`,
      ja: `クラスタ ${cluster.name} が一般公開されています (${role})`,
    });
  },
  examples: [
    fails(
      'a member that is everybody',
      `resource "google_dataproc_cluster" "reports" {
  name   = "reports"
  region = "asia-northeast1"
}
resource "google_dataproc_cluster_iam_member" "reader" {
  cluster = google_dataproc_cluster.reports.name
  role    = "roles/dataproc.editor"
  member  = "allUsers"
}`,
    ),
    fails(
      'a binding with everybody who has a Google account, on something that is not in this code',
      `resource "google_dataproc_cluster_iam_binding" "readers" {
  cluster = "orders"
  role    = "roles/dataproc.editor"
  members = ["user:eve@example.com", "allAuthenticatedUsers"]
}`,
    ),
    fails(
      'in a policy document',
      `resource "google_dataproc_cluster" "reports" {
  name   = "reports"
  region = "asia-northeast1"
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/dataproc.editor"
    members = ["allUsers"]
  }
}
resource "google_dataproc_cluster_iam_policy" "all" {
  cluster     = google_dataproc_cluster.reports.name
  policy_data = data.google_iam_policy.open.policy_data
}`,
    ),
    passes(
      'a service account',
      `resource "google_dataproc_cluster" "reports" {
  name   = "reports"
  region = "asia-northeast1"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_dataproc_cluster_iam_member" "reader" {
  cluster = google_dataproc_cluster.reports.name
  role    = "roles/dataproc.editor"
  member  = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_dataproc_cluster" "reports" {
  name   = "reports"
  region = "asia-northeast1"
}
resource "google_dataproc_cluster_iam_member" "reader" {
  cluster = google_dataproc_cluster.reports.name
  role    = "roles/dataproc.editor"
  member  = var.reader
}`,
    ),
  ],
});
