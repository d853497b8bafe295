/** An overwritten object is gone unless versions are kept. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Buckets keep versions of objects', ja: 'バケットでオブジェクトのバージョニングが有効である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.storage.bucket',
  why: {
    en: 'Without versions a mistake, or ransomware with write access, destroys the only copy of an object.',
    ja: 'バージョニングがないと、操作ミスや書き込み権限を得たランサムウェアが唯一のコピーを壊します。',
  },
  fix: {
    edits: { terraform: [{ set: 'versioning.enabled', value: true }] },
    summary: { en: 'Switch versioning on.', ja: 'versioning を有効にしてください。' },
    terraform: `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  versioning {
    enabled = true
  }
}`,
    cli: 'gcloud storage buckets update gs://NAME --versioning',
  },
  references: ['https://cloud.google.com/storage/docs/object-versioning'],
  equivalents: ['CKV_GCP_78', 'AVD-GCP-0078', 'prowler:cloudstorage_bucket_versioning_enabled', 'cloudsploit:bucketVersioning'],
  evaluate(bucket) {
    if (aside(() => bucket.isRetentionLocked))
      return notApplicable({
        en: `A locked retention policy keeps the objects of ${bucket.name}`,
        ja: `${bucket.name} のオブジェクトはロックされた保持ポリシーで守られています`,
      });
    if (bucket.isVersioned) return pass();
    return fail({ en: `Bucket ${bucket.name} keeps no versions`, ja: `バケット ${bucket.name} はバージョンを保持していません` });
  },
  examples: [
    fails(
      'enabled is false',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  versioning {
    enabled = false
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}`,
    ),
    passes(
      'enabled is true',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  versioning {
    enabled = true
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enabled" {}
resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  versioning {
    enabled = var.enabled
  }
}`,
    ),
    isNotApplicable(
      'a locked retention policy keeps the objects already',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  retention_policy {
    retention_period = 31536000
    is_locked        = true
  }
}`,
    ),
  ],
});
