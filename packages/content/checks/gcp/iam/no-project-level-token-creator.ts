/** Service Account User on a project means: every account of the project. */
import { defineCheck, fail, fails, isUnknown, matching, notApplicable, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Service Account User and Token Creator are not granted on a project',
    ja: 'サービスアカウントのユーザー・トークン作成者ロールがプロジェクト単位で付与されていない',
  },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.iam.grant',
  why: {
    en: 'On the project these roles let somebody act as every service account in it, also those made later and those that may do more.',
    ja: 'プロジェクト単位では、後から作られるものやより強いものも含め、すべてのサービスアカウントとして行動できます。',
  },
  fix: {
    summary: {
      en: 'Grant the role on the one service account that is needed.',
      ja: '対象のサービスアカウント 1 つに対してロールを付与してください。',
    },
    terraform: `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/viewer"
  member  = "group:audit@example.com"
}`,
    cli: 'gcloud iam service-accounts add-iam-policy-binding ACCOUNT --member=MEMBER --role=roles/iam.serviceAccountUser',
  },
  references: ['https://cloud.google.com/iam/docs/service-account-permissions'],
  equivalents: [
    'CKV_GCP_41',
    'AVD-GCP-0011',
    'tfsec:google-iam-no-project-level-service-account-impersonation',
    'prowler:iam_no_service_roles_at_project_level',
    'cloudsploit:serviceAccountTokenCreator',
    'cloudsploit:serviceAccountUser',
  ],
  evaluate(grant) {
    if (grant.level !== 'project')
      return notApplicable({ en: `${grant.name} is not granted on a project`, ja: `${grant.name} はプロジェクトへの付与ではありません` });
    const [binding] = matching(grant.bindings, (each) =>
      ['roles/iam.serviceAccountUser', 'roles/iam.serviceAccountTokenCreator'].includes(each.role),
    );
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `The role ${role} holds for every service account of the project (${grant.name})`,
      ja: `プロジェクトの全サービスアカウントに対して ${role} が付与されています (${grant.name})`,
    });
  },
  examples: [
    fails(
      'user of all accounts',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/iam.serviceAccountUser"
  member  = "user:eve@example.com"
}`,
    ),
    fails(
      'token creator',
      `resource "google_project_iam_binding" "grant" {
  project = "orders-prd"
  role    = "roles/iam.serviceAccountTokenCreator"
  members = ["group:deploy@example.com"]
}`,
    ),
    passes(
      'another role',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/viewer"
  member  = "group:audit@example.com"
}`,
    ),
    passes(
      'on one account',
      `resource "google_service_account_iam_member" "deploy" {
  service_account_id = "web"
  role               = "roles/iam.serviceAccountUser"
  member             = "group:deploy@example.com"
}
resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/run.developer"
  member  = "group:deploy@example.com"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "role" {}
resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = var.role
  member  = "serviceAccount:web@orders-prd.iam.gserviceaccount.com"
}`,
    ),
  ],
});
