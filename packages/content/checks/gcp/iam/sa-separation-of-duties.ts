/** One person who makes service accounts and acts as them needs nobody else. */
import { any, defineCheck, fail, fails, isUnknown, matching, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nobody is both admin and user of service accounts', ja: '同じ人がサービスアカウントの管理者とユーザーを兼ねていない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.iam.grant',
  why: {
    en: 'With both roles one person can make an account, give it rights and act as it, without a second pair of eyes.',
    ja: '両方のロールがあれば、アカウントを作り権限を与えて成り代わるまでを、誰の目にも触れず 1 人でできます。',
  },
  fix: {
    summary: { en: 'Take one of the two roles away.', ja: 'どちらか一方のロールを外してください。' },
    terraform: `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/iam.serviceAccountAdmin"
  member  = "user:eve@example.com"
}
resource "google_project_iam_member" "users" {
  project = "orders-prd"
  role    = "roles/iam.serviceAccountUser"
  member  = "user:bob@example.com"
}`,
  },
  references: ['https://cloud.google.com/iam/docs/service-account-permissions'],
  equivalents: ['prowler:iam_role_sa_enforce_separation_of_duties', 'cloudsploit:serviceAccountSeparation'],
  evaluate(grant) {
    const [binding] = matching(
      grant.bindings,
      (each) =>
        each.role === 'roles/iam.serviceAccountAdmin' &&
        any(each.members, ({ otherRoles }) => any(otherRoles, (role) => role === 'roles/iam.serviceAccountUser')),
    );
    if (!binding) return pass();
    return fail({
      en: `A member is both admin and user of service accounts (${grant.name})`,
      ja: `同じメンバーがサービスアカウントの管理者とユーザーを兼ねています (${grant.name})`,
    });
  },
  examples: [
    fails(
      'the same person has both',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/iam.serviceAccountAdmin"
  member  = "user:eve@example.com"
}
resource "google_project_iam_binding" "users" {
  project = "orders-prd"
  role    = "roles/iam.serviceAccountUser"
  members = ["group:web@example.com", "user:eve@example.com"]
}`,
    ),
    fails(
      'a service account that the code makes',
      `resource "google_service_account" "web" {
  account_id = "web"
}
resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/iam.serviceAccountAdmin"
  member  = "serviceAccount:\${google_service_account.web.email}"
}
resource "google_project_iam_member" "second" {
  project = "orders-prd"
  role    = "roles/iam.serviceAccountUser"
  member  = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    passes(
      'two people',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/iam.serviceAccountAdmin"
  member  = "user:eve@example.com"
}
resource "google_project_iam_member" "users" {
  project = "orders-prd"
  role    = "roles/iam.serviceAccountUser"
  member  = "user:bob@example.com"
}`,
    ),
    passes(
      'two projects',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/iam.serviceAccountAdmin"
  member  = "user:eve@example.com"
}
resource "google_project_iam_member" "users" {
  project = "orders-stg"
  role    = "roles/iam.serviceAccountUser"
  member  = "user:eve@example.com"
}`,
    ),
    isUnknown(
      'it is not known who',
      `variable "admin" {}
resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/iam.serviceAccountAdmin"
  member  = var.admin
}
resource "google_project_iam_member" "users" {
  project = "orders-prd"
  role    = "roles/iam.serviceAccountUser"
  member  = "user:bob@example.com"
}`,
    ),
  ],
});
