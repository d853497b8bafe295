/** Without access logs nobody can say afterwards what was read. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Access to buckets is logged', ja: 'バケットへのアクセスがログに記録される' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.storage.bucket',
  why: {
    en: 'After a leak the first question is who read which object; usage logs answer it.',
    ja: '漏えいの後に問われるのは、誰がどのオブジェクトを読んだかです。使用ログがその答えになります。',
  },
  fix: {
    summary: { en: 'Name a log_bucket in the logging block.', ja: 'logging ブロックに log_bucket を指定してください。' },
    terraform: `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  logging {
    log_bucket = "orders-access-logs"
  }
}`,
    cli: 'gcloud storage buckets update gs://NAME --log-bucket=gs://LOGS',
  },
  references: ['https://cloud.google.com/storage/docs/access-logs'],
  equivalents: [
    'CKV_GCP_62',
    'AVD-GCP-0077',
    'prowler:cloudstorage_bucket_logging_enabled',
    'prowler:cloudstorage_audit_logs_enabled',
    'cloudsploit:bucketLogging',
  ],
  evaluate(bucket) {
    if (bucket.hasAccessLogs) return pass();
    return fail({ en: `Access to bucket ${bucket.name} is not logged`, ja: `バケット ${bucket.name} へのアクセスが記録されていません` });
  },
  examples: [
    fails(
      'not written',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}`,
    ),
    passes(
      'log_bucket is orders-access-logs',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  logging {
    log_bucket = "orders-access-logs"
  }
}`,
    ),
    passes(
      'handed in',
      `variable "log_bucket" {}
resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  logging {
    log_bucket = var.log_bucket
  }
}`,
    ),
  ],
});
