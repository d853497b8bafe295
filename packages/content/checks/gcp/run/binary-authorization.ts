/** Only images that were built and checked should run. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud Run checks images with Binary Authorization', ja: 'Cloud Run で Binary Authorization が有効である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.run.service',
  why: {
    en: 'Without it whoever may deploy may run any image from anywhere.',
    ja: '無効だと、デプロイ権限があれば出所不明のイメージも実行できます。',
  },
  fix: {
    edits: {
      terraform: [{ of: ['google_cloud_run_v2_job', 'google_cloud_run_v2_service'], set: 'binary_authorization.use_default', value: true }],
    },
    cautions: ['blocks-images'],
    summary: { en: 'Write binary_authorization.', ja: 'binary_authorization を設定してください。' },
    terraform: `resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  binary_authorization {
    use_default = true
  }
}`,
  },
  references: ['https://cloud.google.com/binary-authorization/docs/run/overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.hasBinaryAuthorization) return pass();
    return fail({ en: `Cloud Run ${service.name} runs any image`, ja: `Cloud Run ${service.name} で Binary Authorization が無効です` });
  },
  examples: [
    fails(
      'not written',
      `resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'the default policy',
      `resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  binary_authorization {
    use_default = true
  }
}`,
    ),
  ],
});
