/** A stolen laptop with a key should not be enough for a shell. */
import { defineCheck, fail, fails, isMetadataOn, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'OS Login demands two factors', ja: 'OS Login で 2 要素認証が必須である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.project-metadata',
  why: {
    en: 'With two factors a stolen key or session alone opens no machine.',
    ja: '2 要素認証があれば、鍵やセッションを盗まれただけでは VM に入られません。',
  },
  fix: {
    edits: { terraform: [{ of: ['google_compute_project_metadata'], set: 'metadata{}.enable-oslogin-2fa', value: 'TRUE' }] },
    cautions: ['refuses-keys'],
    summary: {
      en: 'Set the project metadata enable-oslogin-2fa to TRUE.',
      ja: 'プロジェクトのメタデータ enable-oslogin-2fa を TRUE にしてください。',
    },
    terraform: `resource "google_compute_project_metadata" "all" {
  metadata = {
    enable-oslogin-2fa = "TRUE"
  }
}`,
    cli: 'gcloud compute project-info add-metadata --metadata=enable-oslogin-2fa=TRUE',
  },
  references: ['https://cloud.google.com/compute/docs/oslogin/set-up-oslogin'],
  equivalents: ['prowler:compute_project_os_login_2fa_enabled', 'cloudsploit:osLogin2FAEnabled'],
  evaluate(metadata) {
    if (metadata.isItem && metadata.key !== 'enable-oslogin-2fa')
      return notApplicable({ en: `${metadata.name} is another item of metadata`, ja: `${metadata.name} は別のメタデータ項目です` });
    if (isMetadataOn(metadata.metadata, 'enable-oslogin-2fa')) return pass();
    return fail({
      en: `The project metadata does not demand two factors for OS Login (${metadata.name})`,
      ja: `プロジェクトのメタデータで OS Login の 2 要素認証が必須になっていません (${metadata.name})`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "google_compute_project_metadata" "all" {
  metadata = {
    enable-oslogin-2fa = false
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
  key   = "enable-oslogin-2fa"
  value = "FALSE"
}`,
    ),
    passes(
      'on',
      `resource "google_compute_project_metadata" "all" {
  metadata = {
    enable-oslogin-2fa = "TRUE"
  }
}`,
    ),
    passes(
      'by an item',
      `resource "google_compute_project_metadata_item" "login" {
  key   = "enable-oslogin-2fa"
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
    enable-oslogin-2fa = var.login
  }
}`,
    ),
  ],
});
