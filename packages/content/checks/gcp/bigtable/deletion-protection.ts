/** One wrong apply deletes an instance with all its tables. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Bigtable instances are protected from being destroyed by Terraform',
    ja: 'Bigtable のインスタンスが Terraform による削除から守られている',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.bigtable.instance',
  why: {
    en: 'A changed argument can make Terraform replace the instance.',
    ja: '引数の変更だけで Terraform がインスタンスを作り直すことがあります。',
  },
  fix: {
    edits: { terraform: [{ set: 'deletion_protection', value: true }] },
    summary: { en: 'Leave deletion_protection out or set it to true.', ja: 'deletion_protection を書かないか true にしてください。' },
    terraform: `resource "google_bigtable_instance" "events" {
  name                = "events"
  deletion_protection = true
}`,
  },
  references: ['https://cloud.google.com/bigtable/docs/modifying-instance'],
  equivalents: ['CKV_GCP_122'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.deletionProtection) return pass();
    return fail({
      en: `Terraform may delete Bigtable instance ${instance.name}`,
      ja: `Bigtable のインスタンス ${instance.name} は Terraform で削除できます`,
    });
  },
  examples: [
    fails(
      'deletion_protection is false',
      `resource "google_bigtable_instance" "events" {
  name                = "events"
  deletion_protection = false
}`,
    ),
    passes(
      'deletion_protection is true',
      `resource "google_bigtable_instance" "events" {
  name                = "events"
  deletion_protection = true
}`,
    ),
    passes(
      'not written',
      `resource "google_bigtable_instance" "events" {
  name = "events"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "deletion_protection" {}
resource "google_bigtable_instance" "events" {
  name                = "events"
  deletion_protection = var.deletion_protection
}`,
    ),
  ],
});
