/** A bucket that logs into itself grows for ever and can be cleaned by whoever reads it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Buckets write their access logs to another bucket', ja: 'バケットのアクセスログが別のバケットに書かれる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.storage.bucket',
  why: {
    en: 'Logs in the bucket they speak of can be deleted with the objects, and each log makes another log entry.',
    ja: '対象と同じバケットのログはオブジェクトと一緒に消せるうえ、ログの書き込み自体がまたログになります。',
  },
  fix: {
    summary: { en: 'Name another bucket as log_bucket.', ja: 'log_bucket に別のバケットを指定してください。' },
    terraform: `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  logging {
    log_bucket = "orders-access-logs"
  }
}`,
  },
  references: ['https://cloud.google.com/storage/docs/access-logs'],
  equivalents: ['CKV_GCP_63'],
  noFramework: 'no control mapping yet',
  evaluate(bucket) {
    if (!bucket.logsToItself) return pass();
    return fail({
      en: `Bucket ${bucket.name} writes its access logs into itself`,
      ja: `バケット ${bucket.name} は自分自身にアクセスログを書いています`,
    });
  },
  examples: [
    fails(
      'its own name',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  logging {
    log_bucket = "orders-bucket"
  }
}`,
    ),
    passes(
      'another bucket',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  logging {
    log_bucket = "orders-access-logs"
  }
}`,
    ),
    passes(
      'no logs',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}`,
    ),
  ],
});
