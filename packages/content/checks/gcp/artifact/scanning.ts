/** Known holes in images are found by the registry or by intruders. */
import { any, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Container images are scanned', ja: 'コンテナイメージがスキャンされる' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'gcp.resourcemanager.services',
  why: {
    en: 'The registry looks for known vulnerabilities in every image that is pushed, and again when new ones are published.',
    ja: 'レジストリは登録時と新しい脆弱性の公開時に、各イメージの既知の脆弱性を調べます。',
  },
  fix: {
    summary: { en: 'Enable containerscanning.googleapis.com.', ja: 'containerscanning.googleapis.com を有効にしてください。' },
    terraform: `resource "google_project_service" "s0" {
  project = "orders-prd"
  service = "compute.googleapis.com"
}
resource "google_project_service" "s1" {
  project = "orders-prd"
  service = "artifactregistry.googleapis.com"
}
resource "google_project_service" "s2" {
  project = "orders-prd"
  service = "containerscanning.googleapis.com"
}`,
  },
  references: ['https://cloud.google.com/artifact-analysis/docs/container-scanning-overview'],
  equivalents: ['CKV2_GCP_11', 'prowler:artifacts_container_analysis_enabled', 'prowler:gcr_container_scanning_enabled'],
  evaluate(services) {
    if (
      !services.isComplete &&
      !any(
        services.services,
        (service) =>
          service === 'artifactregistry.googleapis.com' ||
          service === 'containerregistry.googleapis.com' ||
          service === 'containerscanning.googleapis.com',
      )
    )
      return notApplicable({
        en: `The services around ${services.name} keep no images`,
        ja: `${services.name} の周辺ではイメージを保管していません`,
      });
    if (any(services.services, (service) => service === 'containerscanning.googleapis.com')) return pass();
    return fail({
      en: `The services around ${services.name} lack containerscanning.googleapis.com`,
      ja: `${services.name} の周辺で containerscanning.googleapis.com が有効化されていません`,
    });
  },
  examples: [
    fails(
      'a project without it',
      `resource "google_project_service" "s0" {
  project = "orders-prd"
  service = "compute.googleapis.com"
}
resource "google_project_service" "s1" {
  project = "orders-prd"
  service = "iam.googleapis.com"
}
resource "google_project_service" "s2" {
  project = "orders-prd"
  service = "artifactregistry.googleapis.com"
}`,
    ),
    passes(
      'switched on',
      `resource "google_project_service" "s0" {
  project = "orders-prd"
  service = "compute.googleapis.com"
}
resource "google_project_service" "s1" {
  project = "orders-prd"
  service = "artifactregistry.googleapis.com"
}
resource "google_project_service" "s2" {
  project = "orders-prd"
  service = "containerscanning.googleapis.com"
}`,
    ),
    isUnknown(
      'handed in',
      `resource "google_project_service" "s0" {
  project = "orders-prd"
  service = "compute.googleapis.com"
}
resource "google_project_service" "s1" {
  project = "orders-prd"
  service = "artifactregistry.googleapis.com"
}
resource "google_project_service" "s2" {
  project = "orders-prd"
  service = "logging.googleapis.com"
}
variable "more" {}
resource "google_project_service" "more" {
  project = "orders-prd"
  service = var.more
}`,
    ),
    isNotApplicable(
      'no images are kept',
      `resource "google_project_service" "s0" {
  project = "orders-prd"
  service = "compute.googleapis.com"
}
resource "google_project_service" "s1" {
  project = "orders-prd"
  service = "iam.googleapis.com"
}
resource "google_project_service" "s2" {
  project = "orders-prd"
  service = "logging.googleapis.com"
}`,
    ),
    fails(
      'in an old list',
      `resource "google_project_services" "orders" {
  project  = "orders-prd"
  services = ["compute.googleapis.com", "iam.googleapis.com"]
}`,
    ),
  ],
});
