/** Security Command Center looks for misconfigurations and attacks by itself. */
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Security Command Center is on', ja: 'Security Command Center が有効である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.resourcemanager.services',
  why: {
    en: 'It reports leaked credentials, open resources and attacks that nobody in the project looks for.',
    ja: '誰も見ていない認証情報の漏えい、公開リソース、攻撃を知らせます。',
  },
  fix: {
    summary: {
      en: 'Enable securitycenter.googleapis.com and activate it for the organization.',
      ja: 'securitycenter.googleapis.com を有効にし、組織で有効化してください。',
    },
    terraform: `resource "google_project_service" "s0" {
  project = "orders-prd"
  service = "compute.googleapis.com"
}
resource "google_project_service" "s1" {
  project = "orders-prd"
  service = "iam.googleapis.com"
}
resource "google_project_service" "s2" {
  project = "orders-prd"
  service = "securitycenter.googleapis.com"
}`,
  },
  references: ['https://cloud.google.com/security-command-center/docs/overview'],
  equivalents: [],
  evaluate(services) {
    if (any(services.services, (service) => service === 'securitycenter.googleapis.com')) return pass();
    return fail({
      en: `The services around ${services.name} lack securitycenter.googleapis.com`,
      ja: `${services.name} の周辺で securitycenter.googleapis.com が有効化されていません`,
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
  service = "logging.googleapis.com"
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
  service = "iam.googleapis.com"
}
resource "google_project_service" "s2" {
  project = "orders-prd"
  service = "securitycenter.googleapis.com"
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
  service = "iam.googleapis.com"
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
  ],
});
