/** One wrong apply deletes a database with all its documents. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Firestore databases have delete protection', ja: 'Firestore のデータベースの削除保護が有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.firestore.database',
  why: {
    en: 'Without it one call deletes the database.',
    ja: '無効だと、1 回の操作でデータベースが削除されます。',
  },
  fix: {
    edits: { terraform: [{ set: 'delete_protection_state', value: 'DELETE_PROTECTION_ENABLED' }] },
    summary: {
      en: 'Set delete_protection_state to DELETE_PROTECTION_ENABLED.',
      ja: 'delete_protection_state を DELETE_PROTECTION_ENABLED にしてください。',
    },
    terraform: `resource "google_firestore_database" "members" {
  name                    = "members"
  location_id             = "asia-northeast1"
  type                    = "FIRESTORE_NATIVE"
  delete_protection_state = "DELETE_PROTECTION_ENABLED"
}`,
  },
  references: ['https://cloud.google.com/firestore/docs/manage-databases'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(database) {
    if (database.deleteProtection) return pass();
    return fail({
      en: `Firestore database ${database.name} can be deleted by one call`,
      ja: `Firestore のデータベース ${database.name} の削除保護が無効です`,
    });
  },
  examples: [
    fails(
      'delete_protection_state is DELETE_PROTECTION_DISABLED',
      `resource "google_firestore_database" "members" {
  name                    = "members"
  location_id             = "asia-northeast1"
  type                    = "FIRESTORE_NATIVE"
  delete_protection_state = "DELETE_PROTECTION_DISABLED"
}`,
    ),
    fails(
      'not written',
      `resource "google_firestore_database" "members" {
  name        = "members"
  location_id = "asia-northeast1"
  type        = "FIRESTORE_NATIVE"
}`,
    ),
    passes(
      'delete_protection_state is DELETE_PROTECTION_ENABLED',
      `resource "google_firestore_database" "members" {
  name                    = "members"
  location_id             = "asia-northeast1"
  type                    = "FIRESTORE_NATIVE"
  delete_protection_state = "DELETE_PROTECTION_ENABLED"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "delete_protection_state" {}
resource "google_firestore_database" "members" {
  name                    = "members"
  location_id             = "asia-northeast1"
  type                    = "FIRESTORE_NATIVE"
  delete_protection_state = var.delete_protection_state
}`,
    ),
  ],
});
