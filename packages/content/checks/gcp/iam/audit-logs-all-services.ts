/** Google logs changes by itself; who read the data it logs only when told to. */
import { any, defineCheck, fail, fails, find, isUnknown, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Data-access audit logs are on for all services and users',
    ja: '全サービス・全ユーザーのデータアクセス監査ログが有効である',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'detective',
  on: 'gcp.resourcemanager.project',
  why: {
    en: 'Without data-access logs nobody can say after an incident which data was read, or by whom.',
    ja: 'データアクセスログがないと、事故の後に誰がどのデータを読んだか分かりません。',
  },
  fix: {
    summary: {
      en: 'Add an audit configuration for allServices with the data logs and without exempted members.',
      ja: '除外メンバーなしで allServices のデータログを有効にする監査設定を追加してください。',
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
  equivalents: ['CKV2_GCP_5', 'prowler:iam_audit_logs_enabled', 'cloudsploit:auditLoggingEnabled'],
  evaluate(project) {
    const config = find(
      project.auditConfigs,
      (each) => each.service === 'allServices' && any(each.logs, (log) => log.logType.startsWith('DATA_')),
    );
    if (!config)
      return fail({
        en: `Project ${project.name} logs no access to data for all services`,
        ja: `プロジェクト ${project.name} で全サービスのデータアクセスログが有効になっていません`,
      });
    if (none(config.logs, (log) => any(log.exempted, (member) => member !== ''))) return pass();
    return fail({
      en: `Project ${project.name} exempts members from the data-access logs`,
      ja: `プロジェクト ${project.name} のデータアクセスログから除外されているメンバーがいます`,
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
    fails(
      'somebody is exempted',
      `resource "google_project" "orders" {
  name       = "orders"
  project_id = "orders-prd"
}
resource "google_project_iam_audit_config" "all" {
  project = google_project.orders.project_id
  service = "allServices"
  audit_log_config {
    log_type         = "DATA_READ"
    exempted_members = ["user:eve@example.com"]
  }
  audit_log_config {
    log_type = "DATA_WRITE"
  }
}`,
    ),
    passes(
      'all services, nobody exempted',
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
      'for the organization',
      `resource "google_project" "orders" {
  name       = "orders"
  project_id = "orders-prd"
}
resource "google_organization_iam_audit_config" "all" {
  org_id  = "123456789012"
  service = "allServices"
  audit_log_config {
    log_type = "DATA_READ"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `resource "google_project" "orders" {
  name       = "orders"
  project_id = "orders-prd"
}
variable "service" {}
resource "google_project_iam_audit_config" "all" {
  project = google_project.orders.project_id
  service = var.service
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
  ],
});
