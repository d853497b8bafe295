/** Snapshots, proxies, data stores: whatever takes grants can be made public. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No resource is granted to everybody', ja: 'どのリソースのロールも全員に公開されていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.iam.resource-grant',
  why: {
    en: 'A role for allUsers or allAuthenticatedUsers opens the resource to the whole internet.',
    ja: 'allUsers や allAuthenticatedUsers への付与で、リソースがインターネット全体に開きます。',
  },
  fix: {
    summary: {
      en: 'Grant the role to named groups or service accounts only.',
      ja: '特定のグループかサービスアカウントにのみ付与してください。',
    },
    terraform: `resource "google_compute_snapshot_iam_member" "reader" {
  name   = "orders-data"
  role   = "roles/viewer"
  member = "group:backup@example.com"
}`,
  },
  references: ['https://cloud.google.com/iam/docs/principals-overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(grant) {
    const binding = findPublicBinding(grant.bindings);
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `${grant.name} grants ${role} on a ${grant.resourceKind} to the public`,
      ja: `${grant.name} は ${grant.resourceKind} の ${role} を全員に付与しています`,
    });
  },
  examples: [
    fails(
      'a snapshot',
      `resource "google_compute_snapshot_iam_member" "reader" {
  name   = "orders-data"
  role   = "roles/viewer"
  member = "allAuthenticatedUsers"
}`,
    ),
    fails(
      'a web proxy',
      `resource "google_iap_web_backend_service_iam_member" "reader" {
  web_backend_service = "orders"
  role                = "roles/viewer"
  member              = "allUsers"
}`,
    ),
    fails(
      'medical records',
      `resource "google_healthcare_dataset_iam_binding" "readers" {
  dataset_id = "projects/orders-prd/locations/asia-northeast1/datasets/records"
  role       = "roles/healthcare.datasetViewer"
  members    = ["group:doctors@example.com", "allAuthenticatedUsers"]
}`,
    ),
    passes(
      'a group',
      `resource "google_compute_snapshot_iam_member" "reader" {
  name   = "orders-data"
  role   = "roles/viewer"
  member = "group:backup@example.com"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "member" {}
resource "google_compute_snapshot_iam_member" "reader" {
  name   = "orders-data"
  role   = "roles/viewer"
  member = var.member
}`,
    ),
  ],
});
