/** Access that was given for a while stays when nobody takes it back: a role is a longer-lived hole than an open port. */
import { daysBetween, defineCheck, fail, fails, isUnknown, overdueRules, pass, passes, temporaryParams } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Role bindings are not temporary ones that stayed', ja: '一時的に付与したロールが残っていない' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.iam.dated-binding',
  why: {
    en: 'A role for a migration or a vendor is forgotten when the work is done; a condition with an end takes it back by itself.',
    ja: '移行や業者対応のためのロールは作業が終わると忘れられます。期限付きの条件があれば自動的に失効します。',
  },
  fix: {
    summary: {
      en: 'Remove the binding, or give it a condition with an end: request.time < timestamp("2027-03-31T00:00:00Z").',
      ja: '割り当てを削除するか、期限付きの条件 request.time < timestamp("2027-03-31T00:00:00Z") を付けてください。',
    },
    terraform: `resource "google_project_iam_member" "vendor" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  member  = "group:vendor@example.com"

  condition {
    title      = "temporary access"
    expression = "request.time < timestamp(\\"2099-03-31T00:00:00Z\\")"
  }
}`,
    cli: 'gcloud projects remove-iam-policy-binding PROJECT --member=MEMBER --role=ROLE',
  },
  references: ['https://cloud.google.com/iam/docs/configuring-temporary-access'],
  equivalents: [],
  noFramework: 'a matter of practice that no framework counts',
  params: temporaryParams,
  evaluate(binding, params) {
    const { lastDay } = binding;
    const [today] = params.today;
    if (lastDay !== undefined) {
      const late = today === undefined ? null : daysBetween(lastDay, today);
      if (late === null || late <= 0) return pass();
      return fail({
        en: `Role binding ${binding.name} ended on ${lastDay} and should be removed`,
        ja: `ロールの割り当て ${binding.name} は ${lastDay} に失効しています。削除してください`,
      });
    }
    const overdue = overdueRules([[binding]], params);
    if (!overdue) return pass();
    return fail({
      en: `Role binding ${binding.name} should be gone: it ${overdue.reason.en}`,
      ja: `一時的なロールの割り当て ${binding.name} が残っています: ${overdue.reason.ja}`,
    });
  },
  examples: [
    fails(
      'a comment says it',
      `# 移行のため一時的に付与
resource "google_project_iam_member" "vendor" {
  project = "orders-prd"
  role    = "roles/editor"
  member  = "group:vendor@example.com"
}`,
    ),
    fails(
      'its condition has ended',
      `resource "google_project_iam_binding" "vendor" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  members = ["group:vendor@example.com"]

  condition {
    title      = "migration"
    expression = "request.time < timestamp(\\"2026-03-31T00:00:00Z\\")"
  }
}`,
      { params: { today: ['2026-11-22'] } },
    ),
    fails(
      'a title without an end',
      `resource "google_storage_bucket_iam_member" "vendor" {
  bucket = "orders-bucket"
  role   = "roles/storage.objectViewer"
  member = "group:vendor@example.com"

  condition {
    title      = "temp access"
    expression = "resource.name.startsWith(\\"projects/_/buckets/orders-bucket/objects/reports\\")"
  }
}`,
    ),
    passes(
      'the condition takes it back',
      `# temporary
resource "google_project_iam_member" "vendor" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  member  = "group:vendor@example.com"

  condition {
    title      = "temporary access"
    expression = "request.time < timestamp(\\"2027-03-31T00:00:00Z\\")"
  }
}`,
      { params: { today: ['2026-11-22'] } },
    ),
    passes(
      'for good',
      `resource "google_project_iam_member" "operators" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  member  = "group:operators@example.com"
}`,
    ),
    isUnknown(
      'the condition is handed in',
      `variable "condition" {}
resource "google_project_iam_member" "vendor" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  member  = "group:vendor@example.com"

  condition {
    title      = "access"
    expression = var.condition
  }
}`,
    ),
  ],
});
