/** Data that nobody deletes is data that can still leak. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Buckets have a lifecycle rule', ja: 'バケットにライフサイクルルールがある' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.storage.bucket',
  why: {
    en: 'Objects that are never deleted cost money and widen every leak; a rule ends their life on time.',
    ja: '削除されないオブジェクトは費用がかかり、漏えい時の被害を広げます。ルールがあれば期限どおりに消えます。',
  },
  fix: {
    summary: {
      en: 'Add a lifecycle_rule that deletes objects or moves them to colder storage.',
      ja: '削除やストレージクラス変更を行う lifecycle_rule を追加してください。',
    },
    terraform: `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      age = 365
    }
  }
}`,
    cli: 'gcloud storage buckets update gs://NAME --lifecycle-file=FILE',
  },
  references: ['https://cloud.google.com/storage/docs/lifecycle'],
  equivalents: ['prowler:cloudstorage_bucket_lifecycle_management_enabled', 'cloudsploit:bucketLifecycleConfigured'],
  evaluate(bucket) {
    if (bucket.hasLifecycleRules) return pass();
    return fail({ en: `Bucket ${bucket.name} has no lifecycle rule`, ja: `バケット ${bucket.name} にライフサイクルルールがありません` });
  },
  examples: [
    fails(
      'no rule',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}`,
    ),
    passes(
      'deleted after a year',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      age = 365
    }
  }
}`,
    ),
    isUnknown(
      'rules from a variable',
      `variable "rules" {}
resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  dynamic "lifecycle_rule" {
    for_each = var.rules
    content {
      action {
        type = "Delete"
      }
      condition {
        age = lifecycle_rule.value
      }
    }
  }
}`,
    ),
  ],
});
