/** A log bucket that can be shortened can be emptied. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Log buckets are locked', ja: 'ログバケットがロックされている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.logging.bucket',
  why: {
    en: 'Without the lock an intruder with the right role shortens the retention, and the traces are gone.',
    ja: 'ロックがないと、権限を得た侵入者が保持期間を縮めて痕跡を消せます。',
  },
  fix: {
    summary: { en: 'Set locked to true once the retention is right.', ja: '保持期間を確定したうえで locked を true にしてください。' },
    terraform: `resource "google_logging_project_bucket_config" "audit" {
  project   = "orders-prd"
  location  = "asia-northeast1"
  bucket_id = "audit"
  locked    = true
}`,
  },
  references: ['https://cloud.google.com/logging/docs/buckets'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(bucket) {
    if (bucket.isLocked) return pass();
    return fail({ en: `Log bucket ${bucket.name} is not locked`, ja: `ログバケット ${bucket.name} がロックされていません` });
  },
  examples: [
    fails(
      'locked is false',
      `resource "google_logging_project_bucket_config" "audit" {
  project   = "orders-prd"
  location  = "asia-northeast1"
  bucket_id = "audit"
  locked    = false
}`,
    ),
    fails(
      'not written',
      `resource "google_logging_project_bucket_config" "audit" {
  project   = "orders-prd"
  location  = "asia-northeast1"
  bucket_id = "audit"
}`,
    ),
    passes(
      'locked is true',
      `resource "google_logging_project_bucket_config" "audit" {
  project   = "orders-prd"
  location  = "asia-northeast1"
  bucket_id = "audit"
  locked    = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "locked" {}
resource "google_logging_project_bucket_config" "audit" {
  project   = "orders-prd"
  location  = "asia-northeast1"
  bucket_id = "audit"
  locked    = var.locked
}`,
    ),
  ],
});
