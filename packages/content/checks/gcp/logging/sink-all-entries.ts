/** Logs in the project go when the project goes. */
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A sink exports every log entry', ja: 'すべてのログを転送するシンクがある' },
  severity: 'high',
  priority: 'P0',
  controlType: 'detective',
  on: 'gcp.logging.monitoring',
  why: {
    en: 'A copy of all logs elsewhere survives the deletion of the project and an intruder with its rights.',
    ja: '別の場所にすべてのログの写しがあれば、プロジェクトの削除や侵入者の操作後も残ります。',
  },
  fix: {
    summary: {
      en: 'Add a sink without filter to a bucket or project that others cannot change.',
      ja: '他者が変更できない場所へ、フィルターのないシンクを追加してください。',
    },
    terraform: `resource "google_logging_project_sink" "all" {
  name        = "all"
  destination = "storage.googleapis.com/orders-logs"
}
resource "google_logging_metric" "watch" {
  name   = "watch"
  filter = "severity>=ERROR"
}`,
  },
  references: ['https://cloud.google.com/logging/docs/export/configure_export_v2'],
  equivalents: ['prowler:logging_sink_created', 'cloudsploit:logSinksEnabled'],
  evaluate(monitoring) {
    if (
      any(monitoring.sinks, (sink) => !sink.isDisabled && (sink.filter === undefined || sink.filter.trim() === '') && !sink.hasExclusions)
    )
      return pass();
    return fail({
      en: `No sink around ${monitoring.name} exports every entry`,
      ja: `${monitoring.name} の周辺に、すべてのログを転送するシンクがありません`,
    });
  },
  examples: [
    fails(
      'only errors',
      `resource "google_logging_project_sink" "all" {
  name        = "all"
  destination = "storage.googleapis.com/orders-logs"
  filter      = "severity>=ERROR"
}
resource "google_logging_metric" "watch" {
  name   = "watch"
  filter = "severity>=ERROR"
}`,
    ),
    fails(
      'no sink',
      `resource "google_logging_metric" "watch" {
  name   = "watch"
  filter = "severity>=ERROR"
}
resource "google_monitoring_alert_policy" "watch" {
  display_name = "watch"
  combiner     = "OR"
  conditions {
    display_name = "watch"
    condition_threshold {
      filter     = "metric.type=\\"logging.googleapis.com/user/\${google_logging_metric.watch.name}\\" AND resource.type=\\"global\\""
      comparison = "COMPARISON_GT"
      duration   = "0s"
    }
  }
}`,
    ),
    passes(
      'every entry',
      `resource "google_logging_project_sink" "all" {
  name        = "all"
  destination = "storage.googleapis.com/orders-logs"
}
resource "google_logging_metric" "watch" {
  name   = "watch"
  filter = "severity>=ERROR"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "filter" {}
resource "google_logging_project_sink" "all" {
  name        = "all"
  destination = "storage.googleapis.com/orders-logs"
  filter      = var.filter
}
resource "google_logging_metric" "watch" {
  name   = "watch"
  filter = "severity>=ERROR"
}`,
    ),
  ],
});
