/** Records that must be kept need more than good intentions. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Buckets with a retention policy keep objects long enough', ja: '保持ポリシーの期間が十分に長い' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.storage.bucket',
  why: {
    en: 'A retention policy of a few days looks like protection and is none: objects that law or audits ask for can be deleted.',
    ja: '数日の保持ポリシーは見かけだけの保護です。法令や監査で求められるオブジェクトが削除され得ます。',
  },
  fix: {
    summary: {
      en: 'Set retention_period to the period that your rules ask for.',
      ja: '規程で求められる期間を retention_period に設定してください。',
    },
    terraform: `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  retention_policy {
    retention_period = 31536000
  }
}`,
    cli: 'gcloud storage buckets update gs://NAME --retention-period=1y',
  },
  references: ['https://cloud.google.com/storage/docs/bucket-lock'],
  equivalents: ['prowler:cloudstorage_bucket_sufficient_retention_period', 'cloudsploit:bucketRetentionPolicy'],
  params: { minimumDays: { type: 'number', default: 30, min: 1, description: { en: 'Shortest period in days', ja: '最短の保持日数' } } },
  evaluate(bucket, { minimumDays }) {
    const seconds = bucket.retentionSeconds;
    if (seconds === undefined)
      return notApplicable({
        en: `Bucket ${bucket.name} has no retention policy`,
        ja: `バケット ${bucket.name} に保持ポリシーはありません`,
      });
    if (seconds >= minimumDays * 86400) return pass();
    return fail({
      en: `Bucket ${bucket.name} keeps objects for ${Math.floor(seconds / 86400)} days, less than ${minimumDays}`,
      ja: `バケット ${bucket.name} の保持期間は ${Math.floor(seconds / 86400)} 日で、${minimumDays} 日に足りません`,
    });
  },
  examples: [
    fails(
      'a day',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  retention_policy {
    retention_period = 86400
  }
}`,
    ),
    passes(
      'a year',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  retention_policy {
    retention_period = 31536000
  }
}`,
    ),
    fails(
      'a month where a year is required',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  retention_policy {
    retention_period = 2678400
  }
}`,
      { params: { minimumDays: 365 } },
    ),
    isNotApplicable(
      'no retention policy: nothing has to be kept',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "seconds" {}
resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  retention_policy {
    retention_period = var.seconds
  }
}`,
    ),
  ],
});
