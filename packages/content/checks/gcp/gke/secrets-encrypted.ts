/** Secrets lie in the database of the control plane. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Secrets are encrypted with KMS (GKE)', ja: 'シークレットが KMS の鍵で暗号化されている (GKE)' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'With a key of Cloud KMS a copy of the database does not reveal the secrets of the applications.',
    ja: 'Cloud KMS の鍵があれば、データベースの写しからシークレットは読めません。',
  },
  fix: {
    summary: {
      en: 'Set the state of database_encryption to ENCRYPTED with a key.',
      ja: 'database_encryption の state を ENCRYPTED にし、鍵を指定してください。',
    },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  database_encryption {
    state    = "ENCRYPTED"
    key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/encrypting-secrets'],
  equivalents: ['cloudsploit:clusterEncryption'],
  evaluate(cluster) {
    if (cluster.encryptsSecrets) return pass();
    return fail({
      en: `Secrets of cluster ${cluster.name} are not encrypted with a key of Cloud KMS`,
      ja: `クラスタ ${cluster.name} のシークレットが KMS の鍵で暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    fails(
      'decrypted',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  database_encryption {
    state = "DECRYPTED"
  }
}`,
    ),
    passes(
      'a key',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  database_encryption {
    state    = "ENCRYPTED"
    key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "state" {}
resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  database_encryption {
    state = var.state
  }
}`,
    ),
  ],
});
