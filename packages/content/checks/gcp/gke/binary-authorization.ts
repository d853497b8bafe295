/** Only images that were built and checked should run. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Binary authorization is on (GKE)', ja: 'Binary Authorization が有効である (GKE)' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'Without it whoever may deploy may run any image from anywhere.',
    ja: '無効だと、デプロイ権限があれば出所不明のイメージも実行できます。',
  },
  fix: {
    edits: { terraform: [{ set: 'binary_authorization.evaluation_mode', value: 'PROJECT_SINGLETON_POLICY_ENFORCE' }] },
    cautions: ['blocks-images'],
    summary: { en: 'Set evaluation_mode in binary_authorization.', ja: 'binary_authorization の evaluation_mode を設定してください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  binary_authorization {
    evaluation_mode = "PROJECT_SINGLETON_POLICY_ENFORCE"
  }
}`,
  },
  references: ['https://cloud.google.com/binary-authorization/docs/overview'],
  equivalents: ['CKV_GCP_66', 'cloudsploit:binaryAuthorizationEnabled'],
  evaluate(cluster) {
    if (cluster.hasBinaryAuthorization) return pass();
    return fail({ en: `Cluster ${cluster.name} runs any image`, ja: `クラスタ ${cluster.name} で Binary Authorization が無効です` });
  },
  examples: [
    fails(
      'evaluation_mode is DISABLED',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  binary_authorization {
    evaluation_mode = "DISABLED"
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'evaluation_mode is PROJECT_SINGLETON_POLICY_ENFORCE',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  binary_authorization {
    evaluation_mode = "PROJECT_SINGLETON_POLICY_ENFORCE"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "evaluation_mode" {}
resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  binary_authorization {
    evaluation_mode = var.evaluation_mode
  }
}`,
    ),
    passes(
      'the old switch',
      `resource "google_container_cluster" "orders" {
  name                        = "orders"
  location                    = "asia-northeast1"
  enable_binary_authorization = true
}`,
    ),
  ],
});
