/** What is not in an inventory is not defended. */
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud Asset Inventory is on', ja: 'Cloud Asset Inventory が有効である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.resourcemanager.services',
  why: {
    en: 'The inventory keeps five weeks of history of resources and policies: what was there, and who opened it.',
    ja: 'リソースとポリシーの履歴が 5 週間残り、何があり誰が開放したかを後から調べられます。',
  },
  fix: {
    summary: { en: 'Enable cloudasset.googleapis.com.', ja: 'cloudasset.googleapis.com を有効にしてください。' },
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
  service = "cloudasset.googleapis.com"
}`,
  },
  references: ['https://cloud.google.com/asset-inventory/docs/overview'],
  equivalents: ['prowler:iam_cloud_asset_inventory_enabled', 'cloudsploit:assetInventoryEnabled'],
  evaluate(services) {
    if (any(services.services, (service) => service === 'cloudasset.googleapis.com')) return pass();
    return fail({
      en: `The services around ${services.name} lack cloudasset.googleapis.com`,
      ja: `${services.name} の周辺で cloudasset.googleapis.com が有効化されていません`,
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
  service = "cloudasset.googleapis.com"
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
