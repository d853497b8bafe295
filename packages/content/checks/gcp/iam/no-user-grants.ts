/** Rights of single people are never cleaned up. */
import { any, defineCheck, fail, fails, isUnknown, matching, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Roles are granted to groups, not to single users', ja: 'ロールが個人ではなくグループに付与されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.iam.grant',
  why: {
    en: 'Rights that were given to a person stay when the person changes jobs; groups are kept by those who know.',
    ja: '個人に付けた権限は異動しても残ります。グループなら管理者が所属を見直せます。',
  },
  fix: {
    summary: { en: 'Grant the role to a group.', ja: 'ロールはグループに付与してください。' },
    terraform: `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  member  = "group:audit@example.com"
}`,
  },
  references: ['https://cloud.google.com/iam/docs/overview'],
  equivalents: ['AVD-GCP-0003', 'tfsec:google-iam-no-user-granted-permissions'],
  noFramework: 'no control mapping yet',
  evaluate(grant) {
    const [binding] = matching(grant.bindings, (each) => any(each.members, ({ member }) => member.startsWith('user:')));
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `A single user holds ${role} (${grant.name})`,
      ja: `個人ユーザーに ${role} が付与されています (${grant.name})`,
    });
  },
  examples: [
    fails(
      'a user',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  member  = "user:eve@example.com"
}`,
    ),
    fails(
      'of the organization',
      `resource "google_organization_iam_member" "grant" {
  org_id = "123456789012"
  role   = "roles/browser"
  member = "user:eve@example.com"
}`,
    ),
    passes(
      'a group',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  member  = "group:audit@example.com"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "member" {}
resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  member  = var.member
}`,
    ),
  ],
});
