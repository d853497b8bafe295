/** The default network opens SSH and RDP to the world. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'New projects have no default network', ja: 'プロジェクトに default ネットワークが作られない' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.resourcemanager.project',
  why: {
    en: 'The default network comes with rules for SSH, RDP and all traffic inside, in every region.',
    ja: 'default ネットワークは全リージョンで、SSH・RDP・内部通信を広く許すルール付きで作られます。',
  },
  fix: {
    summary: { en: 'Set auto_create_network to false.', ja: 'auto_create_network を false にしてください。' },
    terraform: `resource "google_project" "orders" {
  name                = "orders"
  project_id          = "orders-prd"
  auto_create_network = false
}`,
  },
  references: ['https://cloud.google.com/vpc/docs/vpc#default-network'],
  equivalents: [
    'CKV_GCP_27',
    'AVD-GCP-0010',
    'tfsec:google-iam-no-default-network',
    'prowler:compute_network_default_in_use',
    'cloudsploit:defaultVPCExists',
  ],
  evaluate(project) {
    if (!project.hasDefaultNetwork) return pass();
    return fail({
      en: `Project ${project.name} is made with the default network`,
      ja: `プロジェクト ${project.name} に default ネットワークが作られます`,
    });
  },
  examples: [
    fails(
      'auto_create_network is true',
      `resource "google_project" "orders" {
  name                = "orders"
  project_id          = "orders-prd"
  auto_create_network = true
}`,
    ),
    fails(
      'not written',
      `resource "google_project" "orders" {
  name       = "orders"
  project_id = "orders-prd"
}`,
    ),
    passes(
      'auto_create_network is false',
      `resource "google_project" "orders" {
  name                = "orders"
  project_id          = "orders-prd"
  auto_create_network = false
}`,
    ),
    isUnknown(
      'handed in',
      `variable "auto_create_network" {}
resource "google_project" "orders" {
  name                = "orders"
  project_id          = "orders-prd"
  auto_create_network = var.auto_create_network
}`,
    ),
  ],
});
