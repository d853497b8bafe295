/** OS Login ties SSH to the people of the company; keys in metadata stay when they leave. */
import { defineCheck, fail, fails, isMetadataOn, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'OS Login is on', ja: 'OS Login が有効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.compute.project-metadata',
  why: {
    en: 'With OS Login access ends when the account ends; keys in metadata stay until somebody remembers them.',
    ja: 'OS Login ならアカウントの停止と同時に接続もできなくなります。メタデータの鍵は誰かが消すまで残ります。',
  },
  fix: {
    edits: { terraform: [{ of: ['google_compute_project_metadata'], set: 'metadata{}.enable-oslogin', value: 'TRUE' }] },
    cautions: ['refuses-keys'],
    summary: {
      en: 'Set the project metadata enable-oslogin to TRUE.',
      ja: 'プロジェクトのメタデータ enable-oslogin を TRUE にしてください。',
    },
    terraform: `resource "google_compute_project_metadata" "all" {
  metadata = {
    enable-oslogin = "TRUE"
  }
}`,
    cli: 'gcloud compute project-info add-metadata --metadata=enable-oslogin=TRUE',
  },
  references: ['https://cloud.google.com/compute/docs/oslogin/set-up-oslogin'],
  equivalents: [
    'CKV_GCP_33',
    'AVD-GCP-0042',
    'tfsec:google-compute-project-level-oslogin',
    'prowler:compute_project_os_login_enabled',
    'cloudsploit:osLoginEnabled',
  ],
  evaluate(metadata) {
    if (metadata.isItem && metadata.key !== 'enable-oslogin')
      return notApplicable({ en: `${metadata.name} is another item of metadata`, ja: `${metadata.name} は別のメタデータ項目です` });
    if (isMetadataOn(metadata.metadata, 'enable-oslogin')) return pass();
    return fail({
      en: `The project metadata does not switch OS Login on (${metadata.name})`,
      ja: `プロジェクトのメタデータで OS Login が有効ではありません (${metadata.name})`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "google_compute_project_metadata" "all" {
  metadata = {
    enable-oslogin = false
  }
}`,
    ),
    fails(
      'other metadata only',
      `resource "google_compute_project_metadata" "all" {
  metadata = {
    google-logging-enabled = true
  }
}`,
    ),
    fails(
      'an item that switches it off',
      `resource "google_compute_project_metadata_item" "login" {
  key   = "enable-oslogin"
  value = "FALSE"
}`,
    ),
    passes(
      'on',
      `resource "google_compute_project_metadata" "all" {
  metadata = {
    enable-oslogin = "TRUE"
  }
}`,
    ),
    passes(
      'by an item',
      `resource "google_compute_project_metadata_item" "login" {
  key   = "enable-oslogin"
  value = "TRUE"
}`,
    ),
    isNotApplicable(
      'another item',
      `resource "google_compute_project_metadata_item" "login" {
  key   = "google-logging-enabled"
  value = "TRUE"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "login" {}
resource "google_compute_project_metadata" "all" {
  metadata = {
    enable-oslogin = var.login
  }
}`,
    ),
  ],
});
