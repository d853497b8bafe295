/** Shielded VM shows when the boot chain was tampered with. */
import { allOf, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Shielded VM options are on', ja: 'Shielded VM の機能が有効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'vTPM and integrity monitoring show a boot kit that survives reinstalling; written down, the image must support them.',
    ja: 'vTPM と整合性モニタリングは再インストール後も残るブートキットを検知します。明記すればイメージの対応も必須になります。',
  },
  fix: {
    edits: { terraform: [{ set: 'shielded_instance_config.enable_vtpm', value: true }] },
    cautions: ['interrupts'],
    summary: {
      en: 'Write shielded_instance_config with vTPM and integrity monitoring on.',
      ja: 'shielded_instance_config を書き、vTPM と整合性モニタリングを有効にしてください。',
    },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  shielded_instance_config {
    enable_secure_boot          = true
    enable_vtpm                 = true
    enable_integrity_monitoring = true
  }
}`,
    cli: 'gcloud compute instances update NAME --shielded-vtpm --shielded-integrity-monitoring',
  },
  references: ['https://cloud.google.com/compute/shielded-vm/docs/shielded-vm'],
  equivalents: ['CKV_GCP_39', 'prowler:compute_instance_shielded_vm_enabled', 'cloudsploit:shieldedVmEnabled'],
  evaluate(instance) {
    if (
      allOf(
        () => instance.hasShieldedConfig,
        () => instance.vtpm,
        () => instance.integrityMonitoring,
      )
    )
      return pass();
    return fail({
      en: `Instance ${instance.name} is not fully shielded`,
      ja: `インスタンス ${instance.name} の Shielded VM 機能が揃っていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
}`,
    ),
    fails(
      'vTPM off',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  shielded_instance_config {
    enable_vtpm = false
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
    enable_secure_boot          = true
    enable_vtpm                 = true
    enable_integrity_monitoring = true
  }
}`,
    ),
    passes(
      'their defaults',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  shielded_instance_config {
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "vtpm" {}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  shielded_instance_config {
    enable_vtpm = var.vtpm
  }
}`,
    ),
  ],
});
