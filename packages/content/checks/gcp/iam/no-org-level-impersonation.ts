/** Roles that manage or impersonate service accounts reach everything below the place where they are granted. */
import { defineCheck, fail, fails, impersonationRoles, isUnknown, matching, notApplicable, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'No role on the organization lets its holder act as service accounts',
    ja: '組織単位でサービスアカウントの権限借用・管理ロールが付与されていない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.iam.grant',
  why: {
    en: 'Granted on the organization, the role reaches every service account below it, the strongest included.',
    ja: '組織に付与すると、配下の最も強力なものを含むすべてのサービスアカウントに及びます。',
  },
  fix: {
    summary: {
      en: 'Grant the role on the one service account that is needed.',
      ja: '対象のサービスアカウント 1 つに対してロールを付与してください。',
    },
    terraform: `resource "google_organization_iam_member" "grant" {
  org_id = "123456789012"
  role   = "roles/logging.viewer"
  member = "group:audit@example.com"
}`,
  },
  references: ['https://cloud.google.com/iam/docs/service-account-permissions'],
  equivalents: ['CKV_GCP_45', 'AVD-GCP-0009', 'tfsec:google-iam-no-org-level-service-account-impersonation'],
  noFramework: 'no control mapping yet',
  evaluate(grant) {
    if (grant.level !== 'organization')
      return notApplicable({ en: `${grant.name} is not granted on the organization`, ja: `${grant.name} は組織への付与ではありません` });
    const [binding] = matching(grant.bindings, (each) => impersonationRoles.has(each.role));
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `The role ${role} on the organization lets its holder act as or manage service accounts (${grant.name})`,
      ja: `組織に対する ${role} でサービスアカウントの権限借用・管理ができます (${grant.name})`,
    });
  },
  examples: [
    fails(
      'token creator',
      `resource "google_organization_iam_member" "grant" {
  org_id = "123456789012"
  role   = "roles/iam.serviceAccountTokenCreator"
  member = "user:eve@example.com"
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
resource "google_organization_iam_policy" "grant" {
  org_id      = "123456789012"
  policy_data = data.google_iam_policy.all.policy_data
}`,
    ),
    passes(
      'a narrow role',
      `resource "google_organization_iam_member" "grant" {
  org_id = "123456789012"
  role   = "roles/logging.viewer"
  member = "group:audit@example.com"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "role" {}
resource "google_organization_iam_member" "grant" {
  org_id = "123456789012"
  role   = var.role
  member = "group:audit@example.com"
}`,
    ),
  ],
});
