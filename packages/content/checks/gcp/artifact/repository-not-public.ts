/** Images tell how an application works, and often more. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Artifact repositories are not public', ja: 'Artifact Registry のリポジトリが一般公開されていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.artifact.repository',
  why: {
    en: 'Anybody can download the images and look for code and keys in them.',
    ja: '誰でもイメージを取得し、中のコードや鍵を調べられます。',
  },
  fix: {
    summary: {
      en: 'Grant the role to named groups or service accounts only.',
      ja: '特定のグループかサービスアカウントにのみ付与してください。',
    },
    terraform: `resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
}
resource "google_artifact_registry_repository_iam_member" "reader" {
  repository = google_artifact_registry_repository.web.name
  role       = "roles/artifactregistry.reader"
  member     = "group:orders@example.com"
}`,
  },
  references: ['https://cloud.google.com/artifact-registry/docs/access-control'],
  equivalents: ['CKV_GCP_101'],
  noFramework: 'no control mapping yet',
  evaluate(repository) {
    const binding = findPublicBinding(repository.iam);
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `Repository ${repository.name} is open to the public (${role})`,
      ja: `リポジトリ ${repository.name} が一般公開されています (${role})`,
    });
  },
  examples: [
    fails(
      'a member that is everybody',
      `resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
}
resource "google_artifact_registry_repository_iam_member" "reader" {
  repository = google_artifact_registry_repository.web.name
  role       = "roles/artifactregistry.reader"
  member     = "allUsers"
}`,
    ),
    fails(
      'a binding with everybody who has a Google account, on something that is not in this code',
      `resource "google_artifact_registry_repository_iam_binding" "readers" {
  repository = "orders"
  role       = "roles/artifactregistry.reader"
  members    = ["user:eve@example.com", "allAuthenticatedUsers"]
}`,
    ),
    fails(
      'in a policy document',
      `resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
}
data "google_iam_policy" "open" {
  binding {
    role    = "roles/artifactregistry.reader"
    members = ["allUsers"]
  }
}
resource "google_artifact_registry_repository_iam_policy" "all" {
  repository  = google_artifact_registry_repository.web.name
  policy_data = data.google_iam_policy.open.policy_data
}`,
    ),
    passes(
      'a service account',
      `resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
}
resource "google_service_account" "web" {
  account_id = "orders-web"
}
resource "google_artifact_registry_repository_iam_member" "reader" {
  repository = google_artifact_registry_repository.web.name
  role       = "roles/artifactregistry.reader"
  member     = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "reader" {}
resource "google_artifact_registry_repository" "web" {
  repository_id = "web"
  location      = "asia-northeast1"
  format        = "DOCKER"
}
resource "google_artifact_registry_repository_iam_member" "reader" {
  repository = google_artifact_registry_repository.web.name
  role       = "roles/artifactregistry.reader"
  member     = var.reader
}`,
    ),
  ],
});
