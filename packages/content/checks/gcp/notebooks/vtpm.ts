/** One of the switches of Shielded VM. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Notebooks have a virtual TPM', ja: 'ノートブックで仮想 TPMが有効である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.notebooks.instance',
  why: {
    en: 'It shows when the boot chain of the machine was tampered with.',
    ja: '起動過程の改ざんに気づけます。',
  },
  fix: {
    edits: { terraform: [{ of: ['google_notebooks_instance'], set: 'shielded_instance_config.enable_vtpm', value: true }] },
    cautions: ['may-replace'],
    summary: { en: 'Leave enable_vtpm out or set it to true.', ja: 'enable_vtpm を書かないか true にしてください。' },
    terraform: `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_vtpm = true
  }
}`,
  },
  references: ['https://cloud.google.com/compute/shielded-vm/docs/shielded-vm'],
  equivalents: ['CKV_GCP_126'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.vtpm) return pass();
    return fail({ en: `Notebook ${instance.name} lacks a virtual TPM`, ja: `ノートブック ${instance.name} の仮想 TPMが無効です` });
  },
  examples: [
    fails(
      'enable_vtpm is false',
      `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_vtpm = false
  }
}`,
    ),
    passes(
      'enable_vtpm is true',
      `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_vtpm = true
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
      `variable "enable_vtpm" {}
resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_vtpm = var.enable_vtpm
  }
}`,
    ),
  ],
});
