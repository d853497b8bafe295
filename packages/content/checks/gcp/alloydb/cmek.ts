/** Google encrypts everything; only a key of one's own can be taken away again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AlloyDB uses a customer key', ja: 'AlloyDB が顧客管理の鍵で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.alloydb.cluster',
  why: {
    en: 'A key of your own can be withdrawn, and each use of it is logged.',
    ja: '自分の鍵なら無効化でき、利用も記録されます。',
  },
  fix: {
    summary: {
      en: 'Set encryption_config.kms_key_name to a Cloud KMS key.',
      ja: 'encryption_config.kms_key_name に Cloud KMS の鍵を設定してください。',
    },
    terraform: `resource "google_alloydb_cluster" "orders" {
  cluster_id = "orders"
  location   = "asia-northeast1"
  encryption_config {
    kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
  },
  references: ['https://cloud.google.com/alloydb/docs/cmek'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.hasCustomerKey) return pass();
    return fail({
      en: `Cluster ${cluster.name} is encrypted with a key of Google`,
      ja: `クラスタ ${cluster.name} は Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_alloydb_cluster" "orders" {
  cluster_id = "orders"
  location   = "asia-northeast1"
}`,
    ),
    passes(
      'kms_key_name is projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders',
      `resource "google_alloydb_cluster" "orders" {
  cluster_id = "orders"
  location   = "asia-northeast1"
  encryption_config {
    kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
    ),
    passes(
      'handed in',
      `variable "kms_key_name" {}
resource "google_alloydb_cluster" "orders" {
  cluster_id = "orders"
  location   = "asia-northeast1"
  encryption_config {
    kms_key_name = var.kms_key_name
  }
}`,
    ),
  ],
});
