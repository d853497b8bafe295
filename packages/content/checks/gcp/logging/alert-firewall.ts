/** An alert tells within minutes what an audit would find in months. */
import { defineCheck, fails, isUnknown, judgeAlert, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'An alert watches changes of firewall rules', ja: 'ファイアウォールルールの変更を監視するアラートがある' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.logging.monitoring',
  why: {
    en: 'A port opened for a moment is found by scanners before anybody closes it.',
    ja: '一時的に開けたポートは、閉じる前にスキャナーに見つかります。',
  },
  fix: {
    summary: {
      en: 'Add a log metric for the change and an alert policy on it.',
      ja: '変更を捉えるログ指標と、そのアラートポリシーを追加してください。',
    },
    terraform: `resource "google_logging_metric" "watch" {
  name   = "watch"
  filter = <<-EOT
    resource.type="gce_firewall_rule" AND (protoPayload.methodName:"compute.firewalls.patch" OR protoPayload.methodName:"compute.firewalls.insert" OR protoPayload.methodName:"compute.firewalls.delete")
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
  equivalents: ['prowler:logging_log_metric_filter_and_alert_for_vpc_firewall_rule_changes_enabled', 'cloudsploit:vpcFirewallRuleLogging'],
  evaluate(monitoring) {
    return judgeAlert(monitoring, {
      en: 'changes of firewall rules',
      ja: 'ファイアウォールルールの変更',
      parts: ['firewalls.insert', 'firewalls.delete', 'firewalls.patch'],
      resource: 'gce_firewall_rule',
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
    resource.type="gce_firewall_rule" AND (protoPayload.methodName:"compute.firewalls.patch" OR protoPayload.methodName:"compute.firewalls.insert" OR protoPayload.methodName:"compute.firewalls.delete")
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
    resource.type="gce_firewall_rule" AND (protoPayload.methodName:"compute.firewalls.patch" OR protoPayload.methodName:"compute.firewalls.insert" OR protoPayload.methodName:"compute.firewalls.delete")
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
        resource.type="gce_firewall_rule" AND (protoPayload.methodName:"compute.firewalls.patch" OR protoPayload.methodName:"compute.firewalls.insert" OR protoPayload.methodName:"compute.firewalls.delete")
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
