/** An index gives away what is like what in your data. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Vertex AI index endpoints are not public', ja: 'Vertex AI のインデックスエンドポイントが公開されていない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.vertexai.endpoint',
  why: {
    en: 'A public index can be queried from the internet by whoever has a token.',
    ja: '公開インデックスには、トークンがあればインターネットから問い合わせできます。',
  },
  fix: {
    summary: {
      en: 'Leave public_endpoint_enabled out or set it to false.',
      ja: 'public_endpoint_enabled を書かないか false にしてください。',
    },
    terraform: `resource "google_vertex_ai_index_endpoint" "search" {
  display_name            = "search"
  region                  = "asia-northeast1"
  public_endpoint_enabled = false
}`,
  },
  references: ['https://cloud.google.com/vertex-ai/docs/vector-search/overview'],
  equivalents: ['CKV2_GCP_34'],
  noFramework: 'no control mapping yet',
  evaluate(endpoint) {
    if (!endpoint.isIndex)
      return notApplicable({
        en: `${endpoint.name} is no index endpoint`,
        ja: `${endpoint.name} はインデックスエンドポイントではありません`,
      });
    if (!endpoint.isPublicIndex) return pass();
    return fail({ en: `Index endpoint ${endpoint.name} is public`, ja: `インデックスエンドポイント ${endpoint.name} は公開されています` });
  },
  examples: [
    fails(
      'public_endpoint_enabled is true',
      `resource "google_vertex_ai_index_endpoint" "search" {
  display_name            = "search"
  region                  = "asia-northeast1"
  public_endpoint_enabled = true
}`,
    ),
    passes(
      'public_endpoint_enabled is false',
      `resource "google_vertex_ai_index_endpoint" "search" {
  display_name            = "search"
  region                  = "asia-northeast1"
  public_endpoint_enabled = false
}`,
    ),
    passes(
      'not written',
      `resource "google_vertex_ai_index_endpoint" "search" {
  display_name = "search"
  region       = "asia-northeast1"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "public_endpoint_enabled" {}
resource "google_vertex_ai_index_endpoint" "search" {
  display_name            = "search"
  region                  = "asia-northeast1"
  public_endpoint_enabled = var.public_endpoint_enabled
}`,
    ),
    isNotApplicable(
      'an endpoint of a model',
      `resource "google_vertex_ai_endpoint" "orders" {
  name         = "orders"
  display_name = "orders"
  location     = "asia-northeast1"
}`,
    ),
  ],
});
