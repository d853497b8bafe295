/** Google encrypts everything; only a key of one's own can be taken away again. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Tables use a customer key', ja: 'テーブルが顧客管理の鍵で暗号化されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.bigquery.table',
  why: {
    en: 'A key of your own can be withdrawn, and with it the table becomes unreadable.',
    ja: '自分の鍵なら、無効化すればテーブルが読めなくなります。',
  },
  fix: {
    summary: {
      en: 'Set encryption_configuration.kms_key_name to a Cloud KMS key.',
      ja: 'encryption_configuration.kms_key_name に Cloud KMS の鍵を設定してください。',
    },
    terraform: `resource "google_bigquery_table" "lines" {
  dataset_id = "orders"
  table_id   = "lines"
  encryption_configuration {
    kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
  },
  references: ['https://cloud.google.com/bigquery/docs/customer-managed-encryption'],
  equivalents: ['CKV_GCP_80', 'prowler:bigquery_table_cmk_encryption', 'cloudsploit:tablesCMKEncrypted'],
  evaluate(table) {
    if (table.isView) return notApplicable({ en: `${table.name} is a view`, ja: `${table.name} はビューです` });
    if (table.hasCustomerKey) return pass();
    return fail({
      en: `Table ${table.name} is encrypted with a key of Google`,
      ja: `テーブル ${table.name} は Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_bigquery_table" "lines" {
  dataset_id = "orders"
  table_id   = "lines"
}`,
    ),
    passes(
      'kms_key_name is projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders',
      `resource "google_bigquery_table" "lines" {
  dataset_id = "orders"
  table_id   = "lines"
  encryption_configuration {
    kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
    ),
    passes(
      'handed in',
      `variable "kms_key_name" {}
resource "google_bigquery_table" "lines" {
  dataset_id = "orders"
  table_id   = "lines"
  encryption_configuration {
    kms_key_name = var.kms_key_name
  }
}`,
    ),
    isNotApplicable(
      'a view',
      `resource "google_bigquery_table" "lines" {
  dataset_id = "orders"
  table_id   = "lines"
  view {
    query          = "SELECT 1"
    use_legacy_sql = false
  }
}`,
    ),
  ],
});
