/** Staff of Google may look at data for support; with access approval they have to ask. */
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Access approval covers all services', ja: 'アクセス承認が全サービスで有効である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.iam.access-approval',
  why: {
    en: 'Approval puts each look of Google staff at your data into your hands, and into a log.',
    ja: 'アクセス承認により、Google 担当者によるデータ参照が 1 件ずつ自社の判断と記録の下に置かれます。',
  },
  fix: {
    summary: { en: 'Enroll all services.', ja: 'すべてのサービスを登録してください。' },
    terraform: `resource "google_project_access_approval_settings" "orders" {
  project_id = "orders-prd"
  enrolled_services {
    cloud_product = "all"
  }
}`,
  },
  references: ['https://cloud.google.com/assured-workloads/access-approval/docs/overview'],
  equivalents: ['prowler:iam_account_access_approval_enabled', 'cloudsploit:accessApprovalEnabled'],
  evaluate(approval) {
    if (any(approval.products, (product) => product === 'all' || product === 'GA')) return pass();
    return fail({
      en: `Access approval of ${approval.name} does not cover all services`,
      ja: `${approval.name} のアクセス承認は全サービスを対象としていません`,
    });
  },
  examples: [
    fails(
      'one service',
      `resource "google_project_access_approval_settings" "orders" {
  project_id = "orders-prd"
  enrolled_services {
    cloud_product = "storage.googleapis.com"
  }
}`,
    ),
    passes(
      'all',
      `resource "google_project_access_approval_settings" "orders" {
  project_id = "orders-prd"
  enrolled_services {
    cloud_product = "all"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "product" {}
resource "google_project_access_approval_settings" "orders" {
  project_id = "orders-prd"
  enrolled_services {
    cloud_product = var.product
  }
}`,
    ),
  ],
});
