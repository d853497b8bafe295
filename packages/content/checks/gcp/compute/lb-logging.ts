/** Requests that nobody logs cannot be looked into afterwards. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Load balancers log', ja: 'ロードバランサのログが有効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'gcp.compute.backend-service',
  why: {
    en: 'The log of the load balancer shows attacks and their sources; without it only the application may know.',
    ja: 'ロードバランサのログには攻撃と送信元が残ります。なければアプリケーション側の記録しかありません。',
  },
  fix: {
    edits: { terraform: [{ set: 'log_config.enable', value: true }] },
    summary: { en: 'Set enable to true in log_config.', ja: 'log_config の enable を true にしてください。' },
    terraform: `resource "google_compute_backend_service" "web" {
  name                  = "web"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  log_config {
    enable = true
  }
}`,
    cli: 'gcloud compute backend-services update NAME --global --enable-logging',
  },
  references: ['https://cloud.google.com/load-balancing/docs/https/https-logging-monitoring'],
  equivalents: ['prowler:compute_loadbalancer_logging_enabled', 'cloudsploit:clbLoggingEnabled'],
  evaluate(service) {
    if (service.isLogged) return pass();
    return fail({ en: `Backend service ${service.name} does not log`, ja: `バックエンドサービス ${service.name} のログが無効です` });
  },
  examples: [
    fails(
      'enable is false',
      `resource "google_compute_backend_service" "web" {
  name                  = "web"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  log_config {
    enable = false
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_compute_backend_service" "web" {
  name                  = "web"
  load_balancing_scheme = "EXTERNAL_MANAGED"
}`,
    ),
    passes(
      'enable is true',
      `resource "google_compute_backend_service" "web" {
  name                  = "web"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  log_config {
    enable = true
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable" {}
resource "google_compute_backend_service" "web" {
  name                  = "web"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  log_config {
    enable = var.enable
  }
}`,
    ),
  ],
});
