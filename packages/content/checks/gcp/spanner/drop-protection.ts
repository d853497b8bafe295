/** The protection of Spanner itself also stops the console and the API. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Spanner databases have drop protection', ja: 'Spanner のデータベースの削除保護が有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.spanner.database',
  why: {
    en: 'Without it one call deletes the database with all its data.',
    ja: '無効だと、1 回の操作で全データごと削除されます。',
  },
  fix: {
    edits: { terraform: [{ set: 'enable_drop_protection', value: true }] },
    summary: { en: 'Set enable_drop_protection to true.', ja: 'enable_drop_protection を true にしてください。' },
    terraform: `resource "google_spanner_database" "orders" {
  instance               = "orders"
  name                   = "orders"
  enable_drop_protection = true
}`,
  },
  references: ['https://cloud.google.com/spanner/docs/prevent-database-deletion'],
  equivalents: ['CKV_GCP_120'],
  noFramework: 'no control mapping yet',
  evaluate(database) {
    if (database.dropProtection) return pass();
    return fail({
      en: `Spanner database ${database.name} can be dropped by one call`,
      ja: `Spanner のデータベース ${database.name} の削除保護が無効です`,
    });
  },
  examples: [
    fails(
      'enable_drop_protection is false',
      `resource "google_spanner_database" "orders" {
  instance               = "orders"
  name                   = "orders"
  enable_drop_protection = false
}`,
    ),
    fails(
      'not written',
      `resource "google_spanner_database" "orders" {
  instance = "orders"
  name     = "orders"
}`,
    ),
    passes(
      'enable_drop_protection is true',
      `resource "google_spanner_database" "orders" {
  instance               = "orders"
  name                   = "orders"
  enable_drop_protection = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_drop_protection" {}
resource "google_spanner_database" "orders" {
  instance               = "orders"
  name                   = "orders"
  enable_drop_protection = var.enable_drop_protection
}`,
    ),
  ],
});
