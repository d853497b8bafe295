/** Google encrypts everything; only a key of one's own can be taken away again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Vertex AI keeps data under a customer key', ja: 'Vertex AI のデータが顧客管理の鍵で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.vertexai.resource',
  why: {
    en: 'Training data and models are often the most valuable data there are; a key of your own can be withdrawn.',
    ja: '学習データやモデルは特に価値の高いデータです。自分の鍵なら無効化できます。',
  },
  fix: {
    summary: {
      en: 'Set encryption_spec.kms_key_name to a Cloud KMS key.',
      ja: 'encryption_spec.kms_key_name に Cloud KMS の鍵を設定してください。',
    },
    terraform: `resource "google_vertex_ai_dataset" "orders" {
  display_name        = "orders"
  metadata_schema_uri = "gs://google-cloud-aiplatform/schema/dataset/metadata/image_1.0.0.yaml"
  encryption_spec {
    kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
  },
  references: ['https://cloud.google.com/vertex-ai/docs/general/cmek'],
  equivalents: ['CKV_GCP_92', 'CKV_GCP_96', 'CKV2_GCP_24', 'CKV2_GCP_25', 'CKV2_GCP_26'],
  noFramework: 'no control mapping yet',
  evaluate(resource) {
    if (resource.hasCustomerKey) return pass();
    return fail({
      en: `Vertex AI resource ${resource.name} is encrypted with a key of Google`,
      ja: `Vertex AI のリソース ${resource.name} は Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_vertex_ai_dataset" "orders" {
  display_name        = "orders"
  metadata_schema_uri = "gs://google-cloud-aiplatform/schema/dataset/metadata/image_1.0.0.yaml"
}`,
    ),
    passes(
      'kms_key_name is projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders',
      `resource "google_vertex_ai_dataset" "orders" {
  display_name        = "orders"
  metadata_schema_uri = "gs://google-cloud-aiplatform/schema/dataset/metadata/image_1.0.0.yaml"
  encryption_spec {
    kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
    ),
    passes(
      'handed in',
      `variable "kms_key_name" {}
resource "google_vertex_ai_dataset" "orders" {
  display_name        = "orders"
  metadata_schema_uri = "gs://google-cloud-aiplatform/schema/dataset/metadata/image_1.0.0.yaml"
  encryption_spec {
    kms_key_name = var.kms_key_name
  }
}`,
    ),
    fails(
      'a feature store',
      `resource "google_vertex_ai_featurestore" "orders" {
  name = "orders"
}`,
    ),
    passes(
      'a tensorboard',
      `resource "google_vertex_ai_tensorboard" "orders" {
  display_name = "orders"
  encryption_spec {
    kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
    ),
  ],
});
