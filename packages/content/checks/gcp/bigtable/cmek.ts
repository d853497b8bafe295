/** Google encrypts everything; only a key of one's own can be taken away again. */
import { all, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Bigtable uses a customer key', ja: 'Bigtable が顧客管理の鍵で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.bigtable.instance',
  why: {
    en: 'A key of your own can be withdrawn, and each use of it is logged.',
    ja: '自分の鍵なら無効化でき、利用も記録されます。',
  },
  fix: {
    summary: { en: 'Set kms_key_name on every cluster.', ja: 'すべての cluster に kms_key_name を設定してください。' },
    terraform: `resource "google_bigtable_instance" "events" {
  name = "events"
  cluster {
    cluster_id   = "tokyo"
    zone         = "asia-northeast1-a"
    kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
  },
  references: ['https://cloud.google.com/bigtable/docs/cmek'],
  equivalents: ['CKV_GCP_85'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (all(instance.clusterKeys, (hasKey) => hasKey)) return pass();
    return fail({
      en: `A cluster of Bigtable instance ${instance.name} is encrypted with a key of Google`,
      ja: `Bigtable インスタンス ${instance.name} のクラスタが Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_bigtable_instance" "events" {
  name = "events"
  cluster {
    cluster_id = "tokyo"
    zone       = "asia-northeast1-a"
  }
}`,
    ),
    fails(
      'one of two clusters',
      `resource "google_bigtable_instance" "events" {
  name = "events"
  cluster {
    cluster_id   = "tokyo"
    zone         = "asia-northeast1-a"
    kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
  cluster {
    cluster_id = "osaka"
    zone       = "asia-northeast1-a"
  }
}`,
    ),
    passes(
      'a key',
      `resource "google_bigtable_instance" "events" {
  name = "events"
  cluster {
    cluster_id   = "tokyo"
    zone         = "asia-northeast1-a"
    kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
    ),
    passes(
      'handed in',
      `variable "key" {}
resource "google_bigtable_instance" "events" {
  name = "events"
  cluster {
    cluster_id   = "tokyo"
    zone         = "asia-northeast1-a"
    kms_key_name = var.key
  }
}`,
    ),
  ],
});
