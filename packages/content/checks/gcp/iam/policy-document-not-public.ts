/** A policy with allUsers is public wherever it is used. */
import { defineCheck, fail, fails, findPublicBinding, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Policy documents name neither allUsers nor allAuthenticatedUsers',
    ja: 'ポリシードキュメントに allUsers・allAuthenticatedUsers がない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.iam.policy-document',
  why: {
    en: 'The document is written once and used on any resource: each of them becomes public.',
    ja: '1 度書いたドキュメントは複数のリソースで使われ、そのすべてが公開されます。',
  },
  fix: {
    summary: { en: 'Name groups or service accounts instead.', ja: 'グループかサービスアカウントを指定してください。' },
    terraform: `data "google_iam_policy" "web" {
  binding {
    role    = "roles/storage.objectViewer"
    members = ["group:web@example.com"]
  }
}`,
  },
  references: ['https://cloud.google.com/iam/docs/principals-overview'],
  equivalents: ['CKV_GCP_113'],
  noFramework: 'no control mapping yet',
  evaluate(document) {
    const binding = findPublicBinding(document.bindings);
    if (!binding) return pass();
    const role = shown(() => binding.role) ?? 'a role';
    return fail({
      en: `Policy ${document.name} grants ${role} to the public`,
      ja: `ポリシー ${document.name} は ${role} を全員に付与しています`,
    });
  },
  examples: [
    fails(
      'everybody',
      `data "google_iam_policy" "open" {
  binding {
    role    = "roles/storage.objectViewer"
    members = ["group:web@example.com", "allUsers"]
  }
}`,
    ),
    passes(
      'a group',
      `data "google_iam_policy" "web" {
  binding {
    role    = "roles/storage.objectViewer"
    members = ["group:web@example.com"]
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "members" {}
data "google_iam_policy" "web" {
  binding {
    role    = "roles/storage.objectViewer"
    members = var.members
  }
}`,
    ),
  ],
});
