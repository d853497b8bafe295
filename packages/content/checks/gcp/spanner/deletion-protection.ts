/** One wrong apply deletes a database with all its data. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Spanner databases are protected from being destroyed by Terraform',
    ja: 'Spanner のデータベースが Terraform による削除から守られている',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.spanner.database',
  why: {
    en: 'A changed argument can make Terraform replace the database.',
    ja: '引数の変更だけで Terraform がデータベースを作り直すことがあります。',
  },
  fix: {
    edits: { terraform: [{ set: 'deletion_protection', value: true }] },
    summary: { en: 'Leave deletion_protection out or set it to true.', ja: 'deletion_protection を書かないか true にしてください。' },
    terraform: `resource "google_spanner_database" "orders" {
  instance            = "orders"
  name                = "orders"
  deletion_protection = true
}`,
  },
  references: ['https://cloud.google.com/spanner/docs/prevent-database-deletion'],
  equivalents: ['CKV_GCP_119'],
  noFramework: 'no control mapping yet',
  evaluate(database) {
    if (database.deletionProtection) return pass();
    return fail({
      en: `Terraform may delete Spanner database ${database.name}`,
      ja: `Spanner のデータベース ${database.name} は Terraform で削除できます`,
    });
  },
  examples: [
    fails(
      'deletion_protection is false',
      `resource "google_spanner_database" "orders" {
  instance            = "orders"
  name                = "orders"
  deletion_protection = false
}`,
    ),
    passes(
      'deletion_protection is true',
      `resource "google_spanner_database" "orders" {
  instance            = "orders"
  name                = "orders"
  deletion_protection = true
}`,
    ),
    passes(
      'not written',
      `resource "google_spanner_database" "orders" {
  instance = "orders"
  name     = "orders"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "deletion_protection" {}
resource "google_spanner_database" "orders" {
  instance            = "orders"
  name                = "orders"
  deletion_protection = var.deletion_protection
}`,
    ),
  ],
});
