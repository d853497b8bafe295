/** Roles that manage or impersonate service accounts reach everything below the place where they are granted. */
import { defineCheck, fail, fails, impersonationRoles, isUnknown, matching, notApplicable, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'No role on a folder lets its holder act as service accounts',
    ja: 'フォルダ単位でサービスアカウントの権限借用・管理ロールが付与されていない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.iam.grant',
  why: {
    en: 'Granted on a folder, the role reaches every service account below it, the strongest included.',
    ja: 'フォルダに付与すると、配下の最も強力なものを含むすべてのサービスアカウントに及びます。',
  },
  fix: {
    summary: {
      en: 'Grant the role on the one service account that is needed.',
      ja: '対象のサービスアカウント 1 つに対してロールを付与してください。',
    },
    terraform: `resource "google_folder_iam_member" "grant" {
  folder = "folders/123456789012"
  role   = "roles/logging.viewer"
  member = "group:audit@example.com"
}`,
  },
  references: ['https://cloud.google.com/iam/docs/service-account-permissions'],
  equivalents: ['CKV_GCP_44', 'AVD-GCP-0005', 'tfsec:google-iam-no-folder-level-service-account-impersonation'],
  noFramework: 'no control mapping yet',
  evaluate(grant) {
    if (grant.level !== 'folder')
      return notApplicable({ en: `${grant.name} is not granted on a folder`, ja: `${grant.name} はフォルダへの付与ではありません` });
    const [binding] = matching(grant.bindings, (each) => impersonationRoles.has(each.role));
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `The role ${role} on a folder lets its holder act as or manage service accounts (${grant.name})`,
      ja: `フォルダに対する ${role} でサービスアカウントの権限借用・管理ができます (${grant.name})`,
    });
  },
  examples: [
    fails(
      'token creator',
      `resource "google_folder_iam_member" "grant" {
  folder = "folders/123456789012"
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
resource "google_folder_iam_policy" "grant" {
  folder      = "folders/123456789012"
  policy_data = data.google_iam_policy.all.policy_data
}`,
    ),
    passes(
      'a narrow role',
      `resource "google_folder_iam_member" "grant" {
  folder = "folders/123456789012"
  role   = "roles/logging.viewer"
  member = "group:audit@example.com"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "role" {}
resource "google_folder_iam_member" "grant" {
  folder = "folders/123456789012"
  role   = var.role
  member = "group:audit@example.com"
}`,
    ),
  ],
});
