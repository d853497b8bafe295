/** An alert tells within minutes what an audit would find in months. */
import { defineCheck, fails, isUnknown, judgeAlert, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'An alert watches changes of the audit configuration', ja: '監査設定の変更を監視するアラートがある' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.logging.monitoring',
  why: {
    en: 'Who switches audit logs off has something to hide.',
    ja: '監査ログを止める人には隠したいことがあります。',
  },
  fix: {
    summary: {
      en: 'Add a log metric for the change and an alert policy on it.',
      ja: '変更を捉えるログ指標と、そのアラートポリシーを追加してください。',
    },
    terraform: `resource "google_logging_metric" "watch" {
  name   = "watch"
  filter = <<-EOT
    protoPayload.methodName="SetIamPolicy" AND protoPayload.serviceData.policyDelta.auditConfigDeltas:*
  EOT
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
  },
  references: ['https://cloud.google.com/logging/docs/logs-based-metrics'],
  equivalents: [
    'prowler:logging_log_metric_filter_and_alert_for_audit_configuration_changes_enabled',
    'cloudsploit:auditConfigurationLogging',
  ],
  evaluate(monitoring) {
    return judgeAlert(monitoring, {
      en: 'changes of the audit configuration',
      ja: '監査設定の変更',
      parts: ['auditconfigdeltas'],
    });
  },
  examples: [
    fails(
      'a metric without an alert',
      `resource "google_logging_project_sink" "all" {
  name        = "all"
  destination = "storage.googleapis.com/orders-logs"
}
resource "google_logging_metric" "watch" {
  name   = "watch"
  filter = <<-EOT
    protoPayload.methodName="SetIamPolicy" AND protoPayload.serviceData.policyDelta.auditConfigDeltas:*
  EOT
}`,
    ),
    fails(
      'another alert',
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
      'a metric and an alert',
      `resource "google_logging_metric" "watch" {
  name   = "watch"
  filter = <<-EOT
    protoPayload.methodName="SetIamPolicy" AND protoPayload.serviceData.policyDelta.auditConfigDeltas:*
  EOT
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
      'an alert on the entries themselves',
      `resource "google_logging_project_sink" "all" {
  name        = "all"
  destination = "storage.googleapis.com/orders-logs"
}
resource "google_monitoring_alert_policy" "entries" {
  display_name = "entries"
  combiner     = "OR"
  conditions {
    display_name = "entries"
    condition_matched_log {
      filter = <<-EOT
        protoPayload.methodName="SetIamPolicy" AND protoPayload.serviceData.policyDelta.auditConfigDeltas:*
        EOT
    }
  }
}`,
    ),
    isUnknown(
      'the filter is handed in',
      `variable "filter" {}
resource "google_logging_metric" "watch" {
  name   = "watch"
  filter = var.filter
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
  ],
});
