/** Roles that manage or impersonate service accounts reach everything below the place where they are granted. */
import { defineCheck, fail, fails, impersonationRoles, isUnknown, matching, notApplicable, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'No role on a project lets its holder act as service accounts',
    ja: 'プロジェクト単位でサービスアカウントの権限借用・管理ロールが付与されていない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.iam.grant',
  why: {
    en: 'Granted on a project, the role reaches every service account below it, the strongest included.',
    ja: 'プロジェクトに付与すると、配下の最も強力なものを含むすべてのサービスアカウントに及びます。',
  },
  fix: {
    summary: {
      en: 'Grant the role on the one service account that is needed.',
      ja: '対象のサービスアカウント 1 つに対してロールを付与してください。',
    },
    terraform: `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  member  = "group:audit@example.com"
}`,
  },
  references: ['https://cloud.google.com/iam/docs/service-account-permissions'],
  equivalents: ['CKV_GCP_49'],
  noFramework: 'no control mapping yet',
  evaluate(grant) {
    if (grant.level !== 'project')
      return notApplicable({ en: `${grant.name} is not granted on a project`, ja: `${grant.name} はプロジェクトへの付与ではありません` });
    const [binding] = matching(grant.bindings, (each) => impersonationRoles.has(each.role));
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `The role ${role} on a project lets its holder act as or manage service accounts (${grant.name})`,
      ja: `プロジェクトに対する ${role} でサービスアカウントの権限借用・管理ができます (${grant.name})`,
    });
  },
  examples: [
    fails(
      'token creator',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/iam.serviceAccountTokenCreator"
  member  = "user:eve@example.com"
}`,
    ),
    fails(
      'in a policy',
      `data "google_iam_policy" "all" {
  binding {
    role    = "roles/iam.serviceAccountUser"
    members = ["group:deploy@example.com"]
  }
}
resource "google_project_iam_policy" "grant" {
  project     = "orders-prd"
  policy_data = data.google_iam_policy.all.policy_data
}`,
    ),
    passes(
      'a narrow role',
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
