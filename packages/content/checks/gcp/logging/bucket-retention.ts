/** Logs that are gone cannot answer; logs kept for ever cost and leak. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Log buckets keep data for the required period and no longer', ja: 'ログバケットが必要な期間だけデータを保持する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'gcp.logging.bucket',
  why: {
    en: 'Intrusions are often noticed after months; the default of 30 days is gone by then.',
    ja: '侵入に気づくのは数か月後が多く、既定の 30 日ではログが残っていません。',
  },
  fix: {
    edits: { terraform: [{ set: 'retention_days', value: 400 }] },
    cautions: ['deletes-old-data'],
    summary: {
      en: 'Set retention_days to the period that your rules ask for.',
      ja: '規程で求められる日数を retention_days に設定してください。',
    },
    terraform: `resource "google_logging_project_bucket_config" "audit" {
  project        = "orders-prd"
  location       = "asia-northeast1"
  bucket_id      = "audit"
  retention_days = 400
}`,
    cli: 'gcloud logging buckets update BUCKET --location=LOCATION --retention-days=400',
  },
  references: ['https://cloud.google.com/logging/docs/buckets'],
  equivalents: [],
  params: {
    minimumDays: { type: 'number', default: 365, min: 1, description: { en: 'Shortest period in days', ja: '最短の保持日数' } },
    maximumDays: {
      type: 'number',
      default: 0,
      min: 0,
      description: { en: 'Longest period in days; 0 sets no limit', ja: '最長の保持日数 (0 は上限なし)' },
    },
  },
  evaluate(bucket, { minimumDays, maximumDays }) {
    const days = bucket.retentionDays;
    if (days >= minimumDays && (maximumDays === 0 || days <= maximumDays)) return pass();
    return fail({
      en: `Log bucket ${bucket.name} keeps entries for ${days} days (wanted: ${minimumDays} or more${maximumDays > 0 ? `, at most ${maximumDays}` : ''})`,
      ja: `ログバケット ${bucket.name} の保持期間は ${days} 日です (基準: ${minimumDays} 日以上${maximumDays > 0 ? `、${maximumDays} 日以下` : ''})`,
    });
  },
  examples: [
    fails(
      'the default of 30 days',
      `resource "google_logging_project_bucket_config" "audit" {
  project   = "orders-prd"
  location  = "asia-northeast1"
  bucket_id = "audit"
}`,
    ),
    fails(
      'too long where a maximum is set',
      `resource "google_logging_project_bucket_config" "audit" {
  project        = "orders-prd"
  location       = "asia-northeast1"
  bucket_id      = "audit"
  retention_days = 3650
}`,
      { params: { maximumDays: 730 } },
    ),
    passes(
      '400 days',
      `resource "google_logging_project_bucket_config" "audit" {
  project        = "orders-prd"
  location       = "asia-northeast1"
  bucket_id      = "audit"
  retention_days = 400
}`,
    ),
    isUnknown(
      'handed in',
      `variable "days" {}
resource "google_logging_project_bucket_config" "audit" {
  project        = "orders-prd"
  location       = "asia-northeast1"
  bucket_id      = "audit"
  retention_days = var.days
}`,
    ),
  ],
});
