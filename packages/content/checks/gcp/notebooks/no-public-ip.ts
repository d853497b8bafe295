/** A notebook runs whatever its visitor types. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Notebooks have no external address', ja: 'ノートブックに外部アドレスがない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.notebooks.instance',
  why: {
    en: 'A notebook on the internet is a shell next to your data, behind one login.',
    ja: 'インターネット上のノートブックは、ログイン 1 つの先にあるデータのそばのシェルです。',
  },
  fix: {
    edits: {
      terraform: [
        { of: ['google_notebooks_instance'], set: 'no_public_ip', value: true },
        { of: ['google_workbench_instance'], set: 'gce_setup.disable_public_ip', value: true },
      ],
    },
    cautions: ['replaces', 'closes-access', 'closes-outbound'],
    summary: {
      en: 'Switch the public address off and use the proxy of Google.',
      ja: 'パブリック IP を無効にし、Google のプロキシ経由で使ってください。',
    },
    terraform: `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  no_public_ip = true
}`,
  },
  references: ['https://cloud.google.com/vertex-ai/docs/workbench/instances/introduction'],
  equivalents: ['CKV_GCP_89', 'CKV2_GCP_28', 'CKV2_GCP_36'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (!instance.hasPublicAddress) return pass();
    return fail({ en: `Notebook ${instance.name} has an external address`, ja: `ノートブック ${instance.name} に外部アドレスがあります` });
  },
  examples: [
    fails(
      'no_public_ip is false',
      `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  no_public_ip = false
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
      'no_public_ip is true',
      `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  no_public_ip = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "no_public_ip" {}
resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  no_public_ip = var.no_public_ip
}`,
    ),
    passes(
      'Workbench',
      `resource "google_workbench_instance" "lab" {
  name     = "lab"
  location = "asia-northeast1-a"
  gce_setup {
    disable_public_ip = true
  }
}`,
    ),
    fails(
      'Workbench with an address',
      `resource "google_workbench_instance" "lab" {
  name     = "lab"
  location = "asia-northeast1-a"
  gce_setup {
    machine_type = "e2-standard-4"
  }
}`,
    ),
    passes(
      'a runtime',
      `resource "google_notebooks_runtime" "lab" {
  name     = "lab"
  location = "asia-northeast1"
  virtual_machine {
    virtual_machine_config {
      machine_type     = "n1-standard-4"
      internal_ip_only = true
    }
  }
}`,
    ),
  ],
});
