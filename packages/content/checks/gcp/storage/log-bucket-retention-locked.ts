/** Whoever breaks in deletes the logs first. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Buckets that receive log sinks have a locked retention policy',
    ja: 'ログの転送先バケットの保持ポリシーがロックされている',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.logging.sink',
  why: {
    en: 'A locked retention policy keeps even an owner of the project from deleting the traces of an attack.',
    ja: '保持ポリシーをロックすると、プロジェクトのオーナーでも攻撃の痕跡を消せません。',
  },
  fix: {
    summary: {
      en: 'Write a retention_policy with is_locked = true on the bucket of the sink.',
      ja: '転送先バケットに is_locked = true の retention_policy を設定してください。',
    },
    terraform: `resource "google_storage_bucket" "logs" {
  name     = "orders-logs"
  location = "ASIA-NORTHEAST1"
  retention_policy {
    retention_period = 31536000
    is_locked        = true
  }
}
resource "google_logging_project_sink" "all" {
  name        = "all"
  destination = "storage.googleapis.com/\${google_storage_bucket.logs.name}"
}`,
    cli: 'gcloud storage buckets update gs://NAME --lock-retention-period',
  },
  references: ['https://cloud.google.com/storage/docs/bucket-lock'],
  equivalents: ['CKV2_GCP_4', 'prowler:cloudstorage_bucket_log_retention_policy_lock'],
  evaluate(sink) {
    if (!aside(() => sink.isToBucket))
      return notApplicable({ en: `Sink ${sink.name} writes to no bucket`, ja: `シンク ${sink.name} の転送先はバケットではありません` });
    if (sink.bucket?.isRetentionLocked) return pass();
    return fail({
      en: `The bucket of sink ${sink.name} has no locked retention policy`,
      ja: `シンク ${sink.name} の転送先バケットの保持ポリシーがロックされていません`,
    });
  },
  examples: [
    fails(
      'not locked',
      `resource "google_storage_bucket" "logs" {
  name     = "orders-logs"
  location = "ASIA-NORTHEAST1"
  retention_policy {
    retention_period = 31536000
  }
}
resource "google_logging_project_sink" "all" {
  name        = "all"
  destination = "storage.googleapis.com/\${google_storage_bucket.logs.name}"
}`,
    ),
    fails(
      'no retention policy',
      `resource "google_storage_bucket" "logs" {
  name     = "orders-logs"
  location = "ASIA-NORTHEAST1"
}
resource "google_logging_organization_sink" "all" {
  name        = "all"
  org_id      = "123456789012"
  destination = "storage.googleapis.com/\${google_storage_bucket.logs.name}"
}`,
    ),
    passes(
      'locked for a year',
      `resource "google_storage_bucket" "logs" {
  name     = "orders-logs"
  location = "ASIA-NORTHEAST1"
  retention_policy {
    retention_period = 31536000
    is_locked        = true
  }
}
resource "google_logging_project_sink" "all" {
  name        = "all"
  destination = "storage.googleapis.com/\${google_storage_bucket.logs.name}"
}`,
    ),
    isNotApplicable(
      'to BigQuery',
      `resource "google_logging_project_sink" "all" {
  name        = "all"
  destination = "bigquery.googleapis.com/projects/orders-prd/datasets/logs"
}`,
    ),
    isUnknown(
      'the bucket is elsewhere',
      `resource "google_logging_project_sink" "all" {
  name        = "all"
  destination = "storage.googleapis.com/central-logs"
}`,
    ),
  ],
});
