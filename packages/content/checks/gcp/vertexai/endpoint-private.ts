/** A model that answers inside only cannot be asked by others. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Vertex AI endpoints are private', ja: 'Vertex AI のエンドポイントがプライベートである' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.vertexai.endpoint',
  why: {
    en: 'A public endpoint lets whoever has a token query the model, and copy it answer by answer.',
    ja: '公開エンドポイントでは、トークンがあれば誰でもモデルに問い合わせ、回答から複製できます。',
  },
  fix: {
    summary: {
      en: 'Name a network, or use Private Service Connect.',
      ja: 'network を指定するか、Private Service Connect を使ってください。',
    },
    terraform: `resource "google_vertex_ai_endpoint" "orders" {
  name         = "orders"
  display_name = "orders"
  location     = "asia-northeast1"
  network      = "projects/123456789012/global/networks/orders"
}`,
  },
  references: ['https://cloud.google.com/vertex-ai/docs/predictions/using-private-endpoints'],
  equivalents: ['CKV2_GCP_33'],
  noFramework: 'no control mapping yet',
  evaluate(endpoint) {
    if (endpoint.isIndex)
      return notApplicable({ en: `${endpoint.name} is an index endpoint`, ja: `${endpoint.name} はインデックスエンドポイントです` });
    if (endpoint.isPrivate) return pass();
    return fail({
      en: `Vertex AI endpoint ${endpoint.name} is public`,
      ja: `Vertex AI のエンドポイント ${endpoint.name} は公開されています`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "google_vertex_ai_endpoint" "orders" {
  name         = "orders"
  display_name = "orders"
  location     = "asia-northeast1"
}`,
    ),
    passes(
      'a network',
      `resource "google_vertex_ai_endpoint" "orders" {
  name         = "orders"
  display_name = "orders"
  location     = "asia-northeast1"
  network      = "projects/123456789012/global/networks/orders"
}`,
    ),
    passes(
      'Private Service Connect',
      `resource "google_vertex_ai_endpoint" "orders" {
  name         = "orders"
  display_name = "orders"
  location     = "asia-northeast1"
  private_service_connect_config {
    enable_private_service_connect = true
  }
}`,
    ),
    isNotApplicable(
      'an index',
      `resource "google_vertex_ai_index_endpoint" "search" {
  display_name = "search"
}`,
    ),
    passes(
      'handed in',
      `variable "network" {}
resource "google_vertex_ai_endpoint" "orders" {
  name         = "orders"
  display_name = "orders"
  location     = "asia-northeast1"
  network      = var.network
}`,
    ),
  ],
});
