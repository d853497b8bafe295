/** Soft delete is the undo of a deleted bucket or object. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Deleted objects can be brought back for at least seven days', ja: '削除したオブジェクトを 7 日以上復元できる' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.storage.bucket',
  why: {
    en: 'With soft delete a deletion by mistake or by an attacker can be undone; a period of 0 switches it off.',
    ja: '論理削除があれば誤削除や攻撃者による削除を取り消せます。期間 0 は無効を意味します。',
  },
  fix: {
    edits: { terraform: [{ set: 'soft_delete_policy.retention_duration_seconds', value: 2592000 }] },
    summary: {
      en: 'Leave soft_delete_policy out, or set a retention of seven days or more.',
      ja: 'soft_delete_policy を書かないか、7 日以上の期間を設定してください。',
    },
    terraform: `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}`,
    cli: 'gcloud storage buckets update gs://NAME --soft-delete-duration=7d',
  },
  references: ['https://cloud.google.com/storage/docs/soft-delete'],
  equivalents: ['prowler:cloudstorage_bucket_soft_delete_enabled'],
  params: { minimumDays: { type: 'number', default: 7, min: 1, description: { en: 'Shortest period in days', ja: '最短の保持日数' } } },
  evaluate(bucket, { minimumDays }) {
    if (bucket.softDeleteSeconds >= minimumDays * 86400) return pass();
    return fail({
      en: `Bucket ${bucket.name} keeps deleted objects for ${bucket.softDeleteSeconds} seconds only`,
      ja: `バケット ${bucket.name} が削除したオブジェクトを保持する時間は ${bucket.softDeleteSeconds} 秒です`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  soft_delete_policy {
    retention_duration_seconds = 0
  }
}`,
    ),
    passes(
      'not written: seven days',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}`,
    ),
    passes(
      'thirty days',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  soft_delete_policy {
    retention_duration_seconds = 2592000
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "seconds" {}
resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  soft_delete_policy {
    retention_duration_seconds = var.seconds
  }
}`,
    ),
  ],
});
