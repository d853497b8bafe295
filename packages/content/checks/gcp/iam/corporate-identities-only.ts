/** Nobody in the company can lock a consumer account or demand a second factor of it. */
import { any, defineCheck, fail, fails, isConsumerAccount, isUnknown, matching, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No consumer account holds a role', ja: '個人用アカウントにロールが付与されていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.iam.grant',
  why: {
    en: 'A private mail account stays when its owner leaves the company, and nobody can enforce a second factor or lock it.',
    ja: '私用メールのアカウントは退職後も残り、会社は 2 要素認証の強制もロックもできません。',
  },
  fix: {
    summary: {
      en: 'Grant the role to an account or group of your own domain.',
      ja: '自社ドメインのアカウントかグループにロールを付与してください。',
    },
    terraform: `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  member  = "user:eve@example.com"
}`,
  },
  references: ['https://cloud.google.com/iam/docs/principals-overview'],
  equivalents: ['AVD-GCP-0069', 'cloudsploit:corporateEmailsOnly'],
  evaluate(grant) {
    const [binding] = matching(grant.bindings, (each) => any(each.members, ({ member }) => isConsumerAccount(member)));
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `A consumer account holds ${role} (${grant.name})`,
      ja: `個人用アカウントに ${role} が付与されています (${grant.name})`,
    });
  },
  examples: [
    fails(
      'a Gmail account',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/viewer"
  member  = "user:eve@gmail.com"
}`,
    ),
    fails(
      'in a binding of the organization',
      `resource "google_organization_iam_binding" "grant" {
  org_id  = "123456789012"
  role    = "roles/browser"
  members = ["group:web@example.com", "user:bob@outlook.com"]
}`,
    ),
    passes(
      'an account of the company',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/logging.viewer"
  member  = "user:eve@example.com"
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
