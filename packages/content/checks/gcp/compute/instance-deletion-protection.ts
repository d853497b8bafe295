/** A slip in the console or a wrong apply deletes a machine for good. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances have deletion protection', ja: 'インスタンスの削除保護が有効である' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'Deletion protection makes a deletion two steps, so that mistakes and careless scripts stop at the first.',
    ja: '削除保護があると削除が 2 段階になり、誤操作やスクリプトの間違いを止められます。',
  },
  fix: {
    edits: {
      terraform: [{ of: ['google_compute_instance', 'google_compute_instance_from_template'], set: 'deletion_protection', value: true }],
    },
    summary: { en: 'Set deletion_protection to true.', ja: 'deletion_protection を true にしてください。' },
    terraform: `resource "google_compute_instance" "orders" {
  name                = "prd-orders-web01"
  machine_type        = "e2-medium"
  zone                = "asia-northeast1-a"
  deletion_protection = true
}`,
    cli: 'gcloud compute instances update NAME --deletion-protection',
  },
  references: ['https://cloud.google.com/compute/docs/instances/preventing-accidental-vm-deletion'],
  equivalents: ['prowler:compute_instance_deletion_protection_enabled', 'cloudsploit:instanceDeletionProtection'],
  evaluate(instance) {
    if (instance.isTemplate) return notApplicable({ en: `${instance.name} is a template`, ja: `${instance.name} はテンプレートです` });
    if (instance.deletionProtection) return pass();
    return fail({ en: `Instance ${instance.name} has no deletion protection`, ja: `インスタンス ${instance.name} の削除保護が無効です` });
  },
  examples: [
    fails(
      'deletion_protection is false',
      `resource "google_compute_instance" "orders" {
  name                = "prd-orders-web01"
  machine_type        = "e2-medium"
  zone                = "asia-northeast1-a"
  deletion_protection = false
}`,
    ),
    fails(
      'not written',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
}`,
    ),
    passes(
      'deletion_protection is true',
      `resource "google_compute_instance" "orders" {
  name                = "prd-orders-web01"
  machine_type        = "e2-medium"
  zone                = "asia-northeast1-a"
  deletion_protection = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "deletion_protection" {}
resource "google_compute_instance" "orders" {
  name                = "prd-orders-web01"
  machine_type        = "e2-medium"
  zone                = "asia-northeast1-a"
  deletion_protection = var.deletion_protection
}`,
    ),
    isNotApplicable(
      'a template',
      `resource "google_compute_instance_template" "web" {
  name         = "web"
  machine_type = "e2-medium"

}`,
    ),
  ],
});
