/** One of the switches of Shielded VM. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Notebooks boot securely', ja: 'ノートブックでセキュアブートが有効である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.notebooks.instance',
  why: {
    en: 'Secure boot refuses boot loaders and drivers that are not signed.',
    ja: 'セキュアブートは署名のないブートローダーやドライバを拒みます。',
  },
  fix: {
    edits: { terraform: [{ of: ['google_notebooks_instance'], set: 'shielded_instance_config.enable_secure_boot', value: true }] },
    cautions: ['may-replace', 'breaks-software'],
    summary: {
      en: 'Set enable_secure_boot to true in shielded_instance_config.',
      ja: 'shielded_instance_config の enable_secure_boot を true にしてください。',
    },
    terraform: `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_secure_boot = true
  }
}`,
  },
  references: ['https://cloud.google.com/compute/shielded-vm/docs/shielded-vm'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.secureBoot) return pass();
    return fail({ en: `Notebook ${instance.name} does not boot securely`, ja: `ノートブック ${instance.name} のセキュアブートが無効です` });
  },
  examples: [
    fails(
      'enable_secure_boot is false',
      `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_secure_boot = false
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
}`,
    ),
    passes(
      'enable_secure_boot is true',
      `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_secure_boot = true
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_secure_boot" {}
resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_secure_boot = var.enable_secure_boot
  }
}`,
    ),
  ],
});
