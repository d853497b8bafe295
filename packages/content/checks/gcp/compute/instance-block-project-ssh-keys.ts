/** A project-wide key opens every machine of the project. */
import { anyOf, defineCheck, fail, fails, isMetadataOn, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances refuse project-wide SSH keys', ja: 'インスタンスがプロジェクト全体の SSH 鍵を拒否する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'One leaked key of the project metadata opens every machine that does not refuse it.',
    ja: 'プロジェクトのメタデータの鍵が 1 つ漏れると、拒否していないすべての VM に入られます。',
  },
  fix: {
    edits: { terraform: [{ set: 'metadata{}.block-project-ssh-keys', value: 'TRUE' }] },
    cautions: ['refuses-keys'],
    summary: { en: 'Set the metadata block-project-ssh-keys to true.', ja: 'メタデータ block-project-ssh-keys を true にしてください。' },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  metadata = {
    block-project-ssh-keys = "TRUE"
  }
}`,
    cli: 'gcloud compute instances add-metadata NAME --metadata=block-project-ssh-keys=TRUE',
  },
  references: ['https://cloud.google.com/compute/docs/connect/restrict-ssh-keys'],
  equivalents: [
    'CKV_GCP_32',
    'AVD-GCP-0030',
    'tfsec:google-compute-no-project-wide-ssh-keys',
    'prowler:compute_instance_block_project_wide_ssh_keys_disabled',
    'cloudsploit:instanceLevelSSHOnly',
  ],
  evaluate(instance) {
    if (
      anyOf(
        () => isMetadataOn(instance.metadata, 'block-project-ssh-keys'),
        () => isMetadataOn(instance.metadata, 'enable-oslogin'),
        () => instance.hasProjectOsLogin && instance.metadata.get('enable-oslogin') === undefined,
      )
    )
      return pass();
    return fail({
      en: `Instance ${instance.name} takes the SSH keys of the project`,
      ja: `インスタンス ${instance.name} はプロジェクト全体の SSH 鍵を受け入れます`,
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
      'false',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  metadata = {
    block-project-ssh-keys = false
  }
}`,
    ),
    passes(
      'true',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  metadata = {
    block-project-ssh-keys = "TRUE"
  }
}`,
    ),
    passes(
      'with OS Login no keys of metadata count',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  metadata = {
    enable-oslogin = true
  }
}`,
    ),
    passes(
      'OS Login for the whole project',
      `resource "google_compute_project_metadata_item" "login" {
  key   = "enable-oslogin"
  value = "TRUE"
}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "metadata" {}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  metadata     = var.metadata
}`,
    ),
  ],
});
