/** One wrong apply deletes a database with all its data. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud SQL instances are protected from deletion', ja: 'Cloud SQL インスタンスの削除保護が有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'The protection of Cloud SQL itself also stops deletions by the console and the API, not only by Terraform.',
    ja: 'Cloud SQL 自体の削除保護は、Terraform だけでなくコンソールや API からの削除も止めます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].deletion_protection_enabled', value: true }] },
    summary: {
      en: 'Set deletion_protection_enabled to true in settings.',
      ja: 'settings の deletion_protection_enabled を true にしてください。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    deletion_protection_enabled = true
  }
}`,
    cli: 'gcloud sql instances patch NAME --deletion-protection',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/deletion-protection'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.serverDeletionProtection) return pass();
    return fail({
      en: `Cloud SQL instance ${instance.name} can be deleted by one call`,
      ja: `Cloud SQL インスタンス ${instance.name} の削除保護が無効です`,
    });
  },
  examples: [
    fails(
      'deletion_protection_enabled is false',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    deletion_protection_enabled = false
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
}`,
    ),
    passes(
      'deletion_protection_enabled is true',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    deletion_protection_enabled = true
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "deletion_protection_enabled" {}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    deletion_protection_enabled = var.deletion_protection_enabled
  }
}`,
    ),
  ],
});
