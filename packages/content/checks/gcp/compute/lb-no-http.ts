/** Whoever sits between reads and changes plain HTTP. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public load balancers do not serve plain HTTP', ja: '公開ロードバランサが平文の HTTP を提供していない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.forwarding-rule',
  why: {
    en: 'Sessions and forms over plain HTTP can be read and changed on the way.',
    ja: '平文の HTTP では、セッションや入力内容が途中で読み書きされます。',
  },
  fix: {
    summary: {
      en: 'Point the rule at an HTTPS proxy; let port 80 only redirect.',
      ja: '転送先を HTTPS プロキシにし、ポート 80 はリダイレクトのみにしてください。',
    },
    terraform: `resource "google_compute_global_forwarding_rule" "web" {
  name       = "web"
  port_range = "443"
  target     = "projects/orders-prd/global/targetHttpsProxies/web"
}`,
  },
  references: ['https://cloud.google.com/load-balancing/docs/https'],
  equivalents: ['CKV2_GCP_37', 'CKV2_GCP_38'],
  noFramework: 'no control mapping yet',
  evaluate(rule) {
    if (!rule.scheme.startsWith('EXTERNAL'))
      return notApplicable({ en: `Forwarding rule ${rule.name} is internal`, ja: `転送ルール ${rule.name} は内部用です` });
    if (!rule.isToHttpProxy || rule.redirectsToHttps) return pass();
    return fail({
      en: `Forwarding rule ${rule.name} serves plain HTTP`,
      ja: `転送ルール ${rule.name} は平文の HTTP を提供しています`,
    });
  },
  examples: [
    fails(
      'an HTTP proxy',
      `resource "google_compute_target_http_proxy" "web" {
  name    = "web"
  url_map = google_compute_url_map.web.id
}
resource "google_compute_url_map" "web" {
  name            = "web"
  default_service = "projects/orders-prd/global/backendServices/web"
}
resource "google_compute_global_forwarding_rule" "web" {
  name       = "web"
  port_range = "80"
  target     = google_compute_target_http_proxy.web.id
}`,
    ),
    fails(
      'by its path, in a region',
      `resource "google_compute_forwarding_rule" "web" {
  name       = "web"
  port_range = "80"
  target     = "projects/orders-prd/regions/asia-northeast1/targetHttpProxies/web"
}`,
    ),
    passes(
      'HTTPS',
      `resource "google_compute_global_forwarding_rule" "web" {
  name       = "web"
  port_range = "443"
  target     = "projects/orders-prd/global/targetHttpsProxies/web"
}`,
    ),
    passes(
      'only redirects',
      `resource "google_compute_target_http_proxy" "web" {
  name    = "web"
  url_map = google_compute_url_map.web.id
}
resource "google_compute_url_map" "web" {
  name = "web"
  default_url_redirect {
    https_redirect = true
    strip_query    = false
  }
}
resource "google_compute_global_forwarding_rule" "web" {
  name       = "web"
  port_range = "80"
  target     = google_compute_target_http_proxy.web.id
}`,
    ),
    isNotApplicable(
      'internal',
      `resource "google_compute_forwarding_rule" "web" {
  name                  = "web"
  port_range            = "80"
  target                = "projects/orders-prd/regions/asia-northeast1/targetHttpProxies/web"
  load_balancing_scheme = "INTERNAL_MANAGED"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "target" {}
resource "google_compute_global_forwarding_rule" "web" {
  name       = "web"
  port_range = "80"
  target     = var.target
}`,
    ),
  ],
});
