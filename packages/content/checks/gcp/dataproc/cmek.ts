/** Google encrypts everything; only a key of one's own can be taken away again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Dataproc uses a customer key', ja: 'Dataproc が顧客管理の鍵で暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.dataproc.cluster',
  why: {
    en: 'A key of your own can be withdrawn, and each use of it is logged.',
    ja: '自分の鍵なら無効化でき、利用も記録されます。',
  },
  fix: {
    summary: {
      en: 'Set cluster_config.encryption_config.kms_key_name to a Cloud KMS key.',
      ja: 'cluster_config.encryption_config.kms_key_name に Cloud KMS の鍵を設定してください。',
    },
    terraform: `resource "google_dataproc_cluster" "reports" {
  name   = "reports"
  region = "asia-northeast1"
  cluster_config {
    encryption_config {
      kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
    }
  }
}`,
  },
  references: ['https://cloud.google.com/dataproc/docs/concepts/configuring-clusters/customer-managed-encryption'],
  equivalents: ['CKV_GCP_91', 'prowler:dataproc_encrypted_with_cmks_disabled', 'cloudsploit:dataprocClusterEncryption'],
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
      `resource "google_dataproc_cluster" "reports" {
  name   = "reports"
  region = "asia-northeast1"
}`,
    ),
    passes(
      'kms_key_name is projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders',
      `resource "google_dataproc_cluster" "reports" {
  name   = "reports"
  region = "asia-northeast1"
  cluster_config {
    encryption_config {
      kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
    }
  }
}`,
    ),
    passes(
      'handed in',
      `variable "kms_key_name" {}
resource "google_dataproc_cluster" "reports" {
  name   = "reports"
  region = "asia-northeast1"
  cluster_config {
    encryption_config {
      kms_key_name = var.kms_key_name
    }
  }
}`,
    ),
  ],
});
