/** Builds hold the keys to production. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud Build workers have no external address', ja: 'Cloud Build のワーカーに外部アドレスがない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.build.worker-pool',
  why: {
    en: 'A worker on the internet can send source and secrets anywhere.',
    ja: 'インターネットに面したワーカーは、ソースや秘密情報をどこへでも送れます。',
  },
  fix: {
    edits: { terraform: [{ set: 'worker_config.no_external_ip', value: true }] },
    cautions: ['may-replace', 'closes-outbound'],
    summary: { en: 'Set no_external_ip to true in worker_config.', ja: 'worker_config の no_external_ip を true にしてください。' },
    terraform: `resource "google_cloudbuild_worker_pool" "builds" {
  name     = "builds"
  location = "asia-northeast1"
  worker_config {
    no_external_ip = true
  }
}`,
  },
  references: ['https://cloud.google.com/build/docs/private-pools/private-pools-overview'],
  equivalents: ['CKV_GCP_86'],
  noFramework: 'no control mapping yet',
  evaluate(pool) {
    if (pool.hasNoExternalAddress) return pass();
    return fail({ en: `Workers of ${pool.name} have external addresses`, ja: `${pool.name} のワーカーに外部アドレスがあります` });
  },
  examples: [
    fails(
      'no_external_ip is false',
      `resource "google_cloudbuild_worker_pool" "builds" {
  name     = "builds"
  location = "asia-northeast1"
  worker_config {
    no_external_ip = false
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_cloudbuild_worker_pool" "builds" {
  name     = "builds"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'no_external_ip is true',
      `resource "google_cloudbuild_worker_pool" "builds" {
  name     = "builds"
  location = "asia-northeast1"
  worker_config {
    no_external_ip = true
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "no_external_ip" {}
resource "google_cloudbuild_worker_pool" "builds" {
  name     = "builds"
  location = "asia-northeast1"
  worker_config {
    no_external_ip = var.no_external_ip
  }
}`,
    ),
  ],
});
