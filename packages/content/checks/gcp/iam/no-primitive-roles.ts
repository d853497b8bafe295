/** Owner, Editor and Viewer were made before IAM had roles that fit. */
import { defineCheck, fail, fails, isUnknown, matching, notApplicable, pass, passes, primitiveRoles, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Owner, Editor and Viewer are not granted on a project',
    ja: 'プロジェクトに基本ロール (オーナー・編集者・閲覧者) が付与されていない',
  },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.iam.grant',
  why: {
    en: 'A basic role holds thousands of permissions over every service; nobody needs them all, an intruder likes every one.',
    ja: '基本ロールは全サービスの数千の権限を含みます。全部が必要な人はおらず、侵入者にはすべてが役立ちます。',
  },
  fix: {
    summary: { en: 'Grant predefined or custom roles for the task.', ja: '業務に合った事前定義ロールかカスタムロールを付与してください。' },
    terraform: `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  member  = "group:audit@example.com"
}`,
  },
  references: ['https://cloud.google.com/iam/docs/understanding-roles#basic'],
  equivalents: ['CKV_GCP_117'],
  evaluate(grant) {
    if (grant.level !== 'project')
      return notApplicable({ en: `${grant.name} is not granted on a project`, ja: `${grant.name} はプロジェクトへの付与ではありません` });
    const [binding] = matching(grant.bindings, (each) => primitiveRoles.has(each.role));
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `The basic role ${role} is granted on a project (${grant.name})`,
      ja: `プロジェクトに基本ロール ${role} が付与されています (${grant.name})`,
    });
  },
  examples: [
    fails(
      'editor',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/editor"
  member  = "user:eve@example.com"
}`,
    ),
    fails(
      'viewer in a binding',
      `resource "google_project_iam_binding" "grant" {
  project = "orders-prd"
  role    = "roles/viewer"
  members = ["group:audit@example.com"]
}`,
    ),
    passes(
      'a role for the task',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  member  = "group:audit@example.com"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "role" {}
resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = var.role
  member  = "group:audit@example.com"
}`,
    ),
  ],
});
