/** Google encrypts everything; only a key of one's own can be taken away again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud SQL uses a customer key', ja: 'Cloud SQL が顧客管理の鍵で暗号化されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'A key of your own can be withdrawn, and with it the database and its backups become unreadable.',
    ja: '自分の鍵なら、無効化すればデータベースもバックアップも読めなくなります。',
  },
  fix: {
    summary: { en: 'Set encryption_key_name to a Cloud KMS key.', ja: 'encryption_key_name に Cloud KMS の鍵を設定してください。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name                = "orders"
  database_version    = "POSTGRES_17"
  region              = "asia-northeast1"
  encryption_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
}`,
  },
  references: ['https://cloud.google.com/sql/docs/postgres/cmek'],
  equivalents: ['prowler:cloudsql_instance_cmek_encryption_enabled', 'cloudsploit:sqlCMKEncryption'],
  evaluate(instance) {
    if (instance.hasCustomerKey) return pass();
    return fail({
      en: `Cloud SQL instance ${instance.name} is encrypted with a key of Google`,
      ja: `Cloud SQL インスタンス ${instance.name} は Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
}`,
    ),
    passes(
      'encryption_key_name is projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders',
      `resource "google_sql_database_instance" "orders" {
  name                = "orders"
  database_version    = "POSTGRES_17"
  region              = "asia-northeast1"
  encryption_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
}`,
    ),
    passes(
      'handed in',
      `variable "encryption_key_name" {}
resource "google_sql_database_instance" "orders" {
  name                = "orders"
  database_version    = "POSTGRES_17"
  region              = "asia-northeast1"
  encryption_key_name = var.encryption_key_name
}`,
    ),
  ],
});
