/** A role for everybody on a project opens every resource in it. */
import { any, defineCheck, fail, fails, isPublicMember, isUnknown, matching, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'No role on a project, folder or organization is granted to everybody',
    ja: 'プロジェクト・フォルダ・組織のロールが全員に公開されていない',
  },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.iam.grant',
  why: {
    en: 'allUsers or allAuthenticatedUsers on a project lets the whole internet use the role on every resource below.',
    ja: 'プロジェクトに allUsers や allAuthenticatedUsers を付与すると、配下の全リソースがインターネット全体に開きます。',
  },
  fix: {
    summary: { en: 'Remove the public members.', ja: '公開メンバーを外してください。' },
    terraform: `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  member  = "group:audit@example.com"
}`,
  },
  references: ['https://cloud.google.com/iam/docs/principals-overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(grant) {
    const [binding] = matching(grant.bindings, (each) => any(each.members, ({ member }) => isPublicMember(member)));
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `The public holds ${role} (${grant.name})`,
      ja: `${role} が全員に公開されています (${grant.name})`,
    });
  },
  examples: [
    fails(
      'every Google account on a project',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/viewer"
  member  = "allAuthenticatedUsers"
}`,
    ),
    fails(
      'a rendered policy',
      `resource "google_project_iam_policy" "all" {
  project = "orders-prd"
  policy_data = jsonencode({
    bindings = [{ role = "roles/viewer", members = ["allUsers"] }]
  })
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
      'a policy that is handed in',
      `variable "policy" {}
resource "google_project_iam_policy" "all" {
  project     = "orders-prd"
  policy_data = var.policy
}`,
    ),
  ],
});
