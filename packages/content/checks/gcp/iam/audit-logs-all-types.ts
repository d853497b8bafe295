/** Reading, writing and reading of settings are three switches. */
import { any, defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'All three kinds of data-access logs are on for all services', ja: '全サービスで 3 種類のデータアクセスログが有効である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.resourcemanager.project',
  why: {
    en: 'ADMIN_READ, DATA_READ and DATA_WRITE each show another part of an intrusion; a missing one leaves a gap.',
    ja: 'ADMIN_READ・DATA_READ・DATA_WRITE はそれぞれ侵入の別の面を示し、欠けるとその部分が見えません。',
  },
  fix: {
    summary: {
      en: 'Log ADMIN_READ, DATA_READ and DATA_WRITE for allServices.',
      ja: 'allServices で ADMIN_READ・DATA_READ・DATA_WRITE を記録してください。',
    },
    terraform: `resource "google_project" "orders" {
  name       = "orders"
  project_id = "orders-prd"
}
resource "google_project_iam_audit_config" "all" {
  project = google_project.orders.project_id
  service = "allServices"
  audit_log_config {
    log_type = "ADMIN_READ"
  }
  audit_log_config {
    log_type = "DATA_READ"
  }
  audit_log_config {
    log_type = "DATA_WRITE"
  }
}`,
  },
  references: ['https://cloud.google.com/logging/docs/audit/configure-data-access'],
  equivalents: ['AVD-GCP-0079'],
  noFramework: 'no control mapping yet',
  evaluate(project) {
    const types = ['ADMIN_READ', 'DATA_READ', 'DATA_WRITE'];
    const missing = types.filter((type) =>
      none(project.auditConfigs, (each) => each.service === 'allServices' && any(each.logs, (log) => log.logType === type)),
    );
    if (missing.length === 0) return pass();
    return fail({
      en: `Project ${project.name} does not log ${missing.join(', ')} for all services`,
      ja: `プロジェクト ${project.name} では全サービスの ${missing.join('・')} が記録されていません`,
    });
  },
  examples: [
    fails(
      'no audit configuration',
      `resource "google_project" "orders" {
  name       = "orders"
  project_id = "orders-prd"
}`,
    ),
    fails(
      'reading only',
      `resource "google_project" "orders" {
  name       = "orders"
  project_id = "orders-prd"
}
resource "google_project_iam_audit_config" "all" {
  project = google_project.orders.project_id
  service = "allServices"
  audit_log_config {
    log_type = "DATA_READ"
  }
}`,
    ),
    fails(
      'one service only',
      `resource "google_project" "orders" {
  name       = "orders"
  project_id = "orders-prd"
}
resource "google_project_iam_audit_config" "all" {
  project = google_project.orders.project_id
  service = "storage.googleapis.com"
  audit_log_config {
    log_type = "ADMIN_READ"
  }
  audit_log_config {
    log_type = "DATA_READ"
  }
  audit_log_config {
    log_type = "DATA_WRITE"
  }
}`,
    ),
    passes(
      'all three',
      `resource "google_project" "orders" {
  name       = "orders"
  project_id = "orders-prd"
}
resource "google_project_iam_audit_config" "all" {
  project = google_project.orders.project_id
  service = "allServices"
  audit_log_config {
    log_type = "ADMIN_READ"
  }
  audit_log_config {
    log_type = "DATA_READ"
  }
  audit_log_config {
    log_type = "DATA_WRITE"
  }
}`,
    ),
    passes(
      'somebody is exempted, which is another question',
      `resource "google_project" "orders" {
  name       = "orders"
  project_id = "orders-prd"
}
resource "google_project_iam_audit_config" "all" {
  project = google_project.orders.project_id
  service = "allServices"
  audit_log_config {
    log_type = "ADMIN_READ"
  }
  audit_log_config {
    log_type         = "DATA_READ"
    exempted_members = ["user:eve@example.com"]
  }
  audit_log_config {
    log_type = "DATA_WRITE"
  }
}`,
    ),
  ],
});
