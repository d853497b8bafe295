/** One of the three switches of Shielded VM. */
import { allOf, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances have secure boot', ja: 'インスタンスでセキュアブートが有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'Secure boot refuses boot loaders and drivers that are not signed, as root kits are.',
    ja: '署名のないブートローダーやドライバ (ルートキットなど) の起動を拒みます。',
  },
  fix: {
    edits: { terraform: [{ set: 'shielded_instance_config.enable_secure_boot', value: true }] },
    cautions: ['interrupts', 'breaks-software'],
    summary: {
      en: 'Set enable_secure_boot to true in shielded_instance_config.',
      ja: 'shielded_instance_config の enable_secure_boot を true にしてください。',
    },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  shielded_instance_config {
    enable_secure_boot = true
  }
}`,
  },
  references: ['https://cloud.google.com/compute/shielded-vm/docs/shielded-vm'],
  equivalents: ['AVD-GCP-0067', 'tfsec:google-compute-enable-shielded-vm-sb'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (
      allOf(
        () => instance.hasShieldedConfig,
        () => instance.secureBoot,
      )
    )
      return pass();
    return fail({
      en: `Instance ${instance.name} lacks secure boot`,
      ja: `インスタンス ${instance.name} のセキュアブートが有効ではありません`,
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
    enable_secure_boot = false
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
    enable_secure_boot = true
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
    enable_secure_boot = var.on
  }
}`,
    ),
  ],
});
