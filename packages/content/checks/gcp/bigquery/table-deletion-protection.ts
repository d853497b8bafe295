/** One wrong apply deletes a table with all its rows. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Tables are protected from being destroyed by Terraform', ja: 'テーブルが Terraform による削除から守られている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.bigquery.table',
  why: {
    en: 'A renamed argument can make Terraform replace the table, and the rows are gone.',
    ja: '引数の変更だけで Terraform がテーブルを作り直し、データが失われることがあります。',
  },
  fix: {
    edits: { terraform: [{ set: 'deletion_protection', value: true }] },
    summary: { en: 'Leave deletion_protection out or set it to true.', ja: 'deletion_protection を書かないか true にしてください。' },
    terraform: `resource "google_bigquery_table" "lines" {
  dataset_id          = "orders"
  table_id            = "lines"
  deletion_protection = true
}`,
  },
  references: ['https://cloud.google.com/bigquery/docs/managing-tables'],
  equivalents: ['CKV_GCP_121'],
  noFramework: 'no control mapping yet',
  evaluate(table) {
    if (table.deletionProtection) return pass();
    return fail({ en: `Terraform may delete table ${table.name}`, ja: `テーブル ${table.name} は Terraform で削除できます` });
  },
  examples: [
    fails(
      'deletion_protection is false',
      `resource "google_bigquery_table" "lines" {
  dataset_id          = "orders"
  table_id            = "lines"
  deletion_protection = false
}`,
    ),
    passes(
      'deletion_protection is true',
      `resource "google_bigquery_table" "lines" {
  dataset_id          = "orders"
  table_id            = "lines"
  deletion_protection = true
}`,
    ),
    passes(
      'not written',
      `resource "google_bigquery_table" "lines" {
  dataset_id = "orders"
  table_id   = "lines"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "deletion_protection" {}
resource "google_bigquery_table" "lines" {
  dataset_id          = "orders"
  table_id            = "lines"
  deletion_protection = var.deletion_protection
}`,
    ),
  ],
});
