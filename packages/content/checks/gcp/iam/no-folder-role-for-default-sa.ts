/** The default accounts are attached to whatever names no other: a role for them is a role for all of that. */
import {
  any,
  defineCheck,
  fail,
  fails,
  isDefaultServiceAccount,
  isUnknown,
  matching,
  notApplicable,
  pass,
  passes,
  shown,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Default service accounts hold no role on a folder',
    ja: 'デフォルトのサービスアカウントにフォルダのロールが付与されていない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.iam.grant',
  why: {
    en: 'Every machine and function without an account of its own runs as a default account and gets the role with it.',
    ja: '独自のアカウントを持たない VM や関数はすべてデフォルトのアカウントで動き、そのロールを得ます。',
  },
  fix: {
    summary: {
      en: 'Make a service account for the workload and grant the role to it.',
      ja: 'ワークロード専用のサービスアカウントを作り、そちらにロールを付与してください。',
    },
    terraform: `resource "google_folder_iam_member" "grant" {
  folder = "folders/123456789012"
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:web@orders-prd.iam.gserviceaccount.com"
}`,
  },
  references: ['https://cloud.google.com/iam/docs/service-account-types#default'],
  equivalents: ['CKV_GCP_48', 'AVD-GCP-0004', 'tfsec:google-iam-no-folder-level-default-service-account-assignment'],
  noFramework: 'no control mapping yet',
  evaluate(grant) {
    if (grant.level !== 'folder')
      return notApplicable({ en: `${grant.name} is not granted on a folder`, ja: `${grant.name} はフォルダへの付与ではありません` });
    const [binding] = matching(grant.bindings, (each) => any(each.members, ({ member }) => isDefaultServiceAccount(member)));
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `A default service account holds ${role} on a folder (${grant.name})`,
      ja: `デフォルトのサービスアカウントにフォルダの ${role} が付与されています (${grant.name})`,
    });
  },
  examples: [
    fails(
      'the account of Compute Engine',
      `resource "google_folder_iam_member" "grant" {
  folder = "folders/123456789012"
  role   = "roles/storage.objectAdmin"
  member = "serviceAccount:123456789012-compute@developer.gserviceaccount.com"
}`,
    ),
    fails(
      'by data source',
      `data "google_compute_default_service_account" "default" {
}
resource "google_folder_iam_member" "grant" {
  folder = "folders/123456789012"
  role   = "roles/storage.objectAdmin"
  member = "serviceAccount:\${data.google_compute_default_service_account.default.email}"
}`,
    ),
    fails(
      'the account of App Engine in a binding',
      `resource "google_folder_iam_binding" "grant" {
  folder  = "folders/123456789012"
  role    = "roles/storage.objectAdmin"
  members = ["group:web@example.com", "serviceAccount:orders-prd@appspot.gserviceaccount.com"]
}`,
    ),
    passes(
      'an account of its own',
      `resource "google_folder_iam_member" "grant" {
  folder = "folders/123456789012"
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:web@orders-prd.iam.gserviceaccount.com"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "member" {}
resource "google_folder_iam_member" "grant" {
  folder = "folders/123456789012"
  role   = "roles/storage.objectViewer"
  member = var.member
}`,
    ),
  ],
});
