/** One of the three switches of Shielded VM. */
import { allOf, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances have a virtual TPM', ja: 'インスタンスで仮想 TPMが有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'The virtual TPM measures what was booted and keeps keys that leave the machine never.',
    ja: '仮想 TPM は起動内容を測定し、VM の外に出ない鍵を保持します。',
  },
  fix: {
    edits: { terraform: [{ set: 'shielded_instance_config.enable_vtpm', value: true }] },
    cautions: ['interrupts'],
    summary: {
      en: 'Set enable_vtpm to true in shielded_instance_config.',
      ja: 'shielded_instance_config の enable_vtpm を true にしてください。',
    },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  shielded_instance_config {
    enable_vtpm = true
  }
}`,
  },
  references: ['https://cloud.google.com/compute/shielded-vm/docs/shielded-vm'],
  equivalents: ['AVD-GCP-0041', 'tfsec:google-compute-enable-shielded-vm-vtpm'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (
      allOf(
        () => instance.hasShieldedConfig,
        () => instance.vtpm,
      )
    )
      return pass();
    return fail({
      en: `Instance ${instance.name} lacks a virtual TPM`,
      ja: `インスタンス ${instance.name} の仮想 TPMが有効ではありません`,
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
    enable_vtpm = true
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
    enable_vtpm = var.on
  }
}`,
    ),
  ],
});
