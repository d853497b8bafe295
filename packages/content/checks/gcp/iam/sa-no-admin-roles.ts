/** A service account with an admin role is a key to everything. */
import {
  any,
  defineCheck,
  fail,
  fails,
  isAdminRole,
  isNotApplicable,
  isServiceAccount,
  isUnknown,
  matching,
  notApplicable,
  pass,
  passes,
  shown,
} from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Service accounts hold no admin, owner or editor role', ja: 'サービスアカウントに管理者・オーナー・編集者のロールがない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.iam.grant',
  why: {
    en: 'Whoever controls one workload controls all that its account may do; with an admin role that is the project.',
    ja: 'ワークロードを 1 つ乗っ取れば、そのアカウントの権限をすべて使えます。管理者ロールならプロジェクト全体です。',
  },
  fix: {
    summary: {
      en: 'Grant the roles that the workload needs, on the resources that it needs.',
      ja: '必要なリソースに必要なロールだけを付与してください。',
    },
    terraform: `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/storage.objectViewer"
  member  = "serviceAccount:web@orders-prd.iam.gserviceaccount.com"
}`,
    cli: 'gcloud projects remove-iam-policy-binding PROJECT --member=MEMBER --role=ROLE',
  },
  references: ['https://cloud.google.com/iam/docs/best-practices-service-accounts'],
  equivalents: [
    'CKV_GCP_42',
    'AVD-GCP-0007',
    'tfsec:google-iam-no-privileged-service-accounts',
    'prowler:iam_sa_no_administrative_privileges',
    'cloudsploit:serviceAccountAdmin',
  ],
  evaluate(grant) {
    if (grant.level !== 'project')
      return notApplicable({ en: `${grant.name} is not granted on a project`, ja: `${grant.name} はプロジェクトへの付与ではありません` });
    const [binding] = matching(
      grant.bindings,
      (each) => isAdminRole(each.role) && any(each.members, ({ member }) => isServiceAccount(member)),
    );
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `A service account holds ${role} on a project (${grant.name})`,
      ja: `サービスアカウントにプロジェクトの ${role} が付与されています (${grant.name})`,
    });
  },
  examples: [
    fails(
      'editor',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/editor"
  member  = "serviceAccount:web@orders-prd.iam.gserviceaccount.com"
}`,
    ),
    fails(
      'an account of the code',
      `resource "google_service_account" "web" {
  account_id = "web"
}
resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/compute.admin"
  member  = "serviceAccount:\${google_service_account.web.email}"
}`,
    ),
    fails(
      'in a policy',
      `data "google_iam_policy" "all" {
  binding {
    role    = "roles/storage.admin"
    members = ["serviceAccount:web@orders-prd.iam.gserviceaccount.com"]
  }
}
resource "google_project_iam_policy" "grant" {
  project     = "orders-prd"
  policy_data = data.google_iam_policy.all.policy_data
}`,
    ),
    passes(
      'what it needs',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/storage.objectViewer"
  member  = "serviceAccount:web@orders-prd.iam.gserviceaccount.com"
}`,
    ),
    passes(
      'an admin group',
      `resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = "roles/compute.admin"
  member  = "group:admins@example.com"
}`,
    ),
    isUnknown(
      'the role is handed in',
      `variable "role" {}
resource "google_project_iam_member" "grant" {
  project = "orders-prd"
  role    = var.role
  member  = "serviceAccount:web@orders-prd.iam.gserviceaccount.com"
}`,
    ),
    isNotApplicable(
      'on a folder',
      `resource "google_folder_iam_member" "grant" {
  folder = "folders/123456789012"
  role   = "roles/editor"
  member = "serviceAccount:web@orders-prd.iam.gserviceaccount.com"
}`,
    ),
  ],
});
