/** One of the switches of Shielded VM. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Notebooks have integrity monitoring', ja: 'ノートブックで整合性モニタリングが有効である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.notebooks.instance',
  why: {
    en: 'It shows when the boot chain of the machine was tampered with.',
    ja: '起動過程の改ざんに気づけます。',
  },
  fix: {
    edits: { terraform: [{ of: ['google_notebooks_instance'], set: 'shielded_instance_config.enable_integrity_monitoring', value: true }] },
    cautions: ['may-replace'],
    summary: {
      en: 'Leave enable_integrity_monitoring out or set it to true.',
      ja: 'enable_integrity_monitoring を書かないか true にしてください。',
    },
    terraform: `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_integrity_monitoring = true
  }
}`,
  },
  references: ['https://cloud.google.com/compute/shielded-vm/docs/shielded-vm'],
  equivalents: ['CKV_GCP_127'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.integrityMonitoring) return pass();
    return fail({
      en: `Notebook ${instance.name} lacks integrity monitoring`,
      ja: `ノートブック ${instance.name} の整合性モニタリングが無効です`,
    });
  },
  examples: [
    fails(
      'enable_integrity_monitoring is false',
      `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_integrity_monitoring = false
  }
}`,
    ),
    passes(
      'enable_integrity_monitoring is true',
      `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_integrity_monitoring = true
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_integrity_monitoring" {}
resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_integrity_monitoring = var.enable_integrity_monitoring
  }
}`,
    ),
  ],
});
