/** One of the three switches of Shielded VM. */
import { allOf, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances have integrity monitoring', ja: 'インスタンスで整合性モニタリングが有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'Monitoring compares each boot with a known good one and reports differences.',
    ja: '起動のたびに正常時の状態と比較し、差異を報告します。',
  },
  fix: {
    edits: { terraform: [{ set: 'shielded_instance_config.enable_integrity_monitoring', value: true }] },
    cautions: ['interrupts'],
    summary: {
      en: 'Set enable_integrity_monitoring to true in shielded_instance_config.',
      ja: 'shielded_instance_config の enable_integrity_monitoring を true にしてください。',
    },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  shielded_instance_config {
    enable_integrity_monitoring = true
  }
}`,
  },
  references: ['https://cloud.google.com/compute/shielded-vm/docs/shielded-vm'],
  equivalents: ['AVD-GCP-0045', 'tfsec:google-compute-enable-shielded-vm-im'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (
      allOf(
        () => instance.hasShieldedConfig,
        () => instance.integrityMonitoring,
      )
    )
      return pass();
    return fail({
      en: `Instance ${instance.name} lacks integrity monitoring`,
      ja: `インスタンス ${instance.name} の整合性モニタリングが有効ではありません`,
    });
  },
  examples: [
    fails(
      'no shielded_instance_config',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
}`,
    ),
    fails(
      'off',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  shielded_instance_config {
    enable_integrity_monitoring = false
  }
}`,
    ),
    passes(
      'on',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  shielded_instance_config {
    enable_integrity_monitoring = true
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "on" {}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  shielded_instance_config {
    enable_integrity_monitoring = var.on
  }
}`,
    ),
  ],
});
