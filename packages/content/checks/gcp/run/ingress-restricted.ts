/** What only other services call should not be on the internet. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Cloud Run services admit internal traffic or the load balancer only',
    ja: 'Cloud Run の受信が内部またはロードバランサに限られている',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.run.service',
  why: {
    en: 'The run.app address goes past the load balancer and its Cloud Armor policy.',
    ja: 'run.app のアドレスは、ロードバランサと Cloud Armor を迂回します。',
  },
  fix: {
    summary: {
      en: 'Set ingress to INGRESS_TRAFFIC_INTERNAL_ONLY or INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER.',
      ja: 'ingress を INGRESS_TRAFFIC_INTERNAL_ONLY か INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER にしてください。',
    },
    terraform: `resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  ingress  = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
}`,
  },
  references: ['https://cloud.google.com/run/docs/securing/ingress'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.isJob)
      return notApplicable({ en: `Job ${service.name} takes no requests`, ja: `ジョブ ${service.name} はリクエストを受けません` });
    if (!/(?:^|_)all$/i.test(service.ingress)) return pass();
    return fail({
      en: `Cloud Run ${service.name} can be called from the whole internet`,
      ja: `Cloud Run ${service.name} はインターネット全体から呼び出せます`,
    });
  },
  examples: [
    fails(
      'ingress is INGRESS_TRAFFIC_ALL',
      `resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  ingress  = "INGRESS_TRAFFIC_ALL"
}`,
    ),
    fails(
      'not written',
      `resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'ingress is INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER',
      `resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  ingress  = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "ingress" {}
resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  ingress  = var.ingress
}`,
    ),
    passes(
      'the first version',
      `resource "google_cloud_run_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  metadata {
    annotations = {
      "run.googleapis.com/ingress" = "internal"
    }
  }
}`,
    ),
    isNotApplicable(
      'a job',
      `resource "google_cloud_run_v2_job" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
  ],
});
