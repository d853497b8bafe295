/** Without a policy of its own a load balancer takes TLS 1.0. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'TLS proxies have an SSL policy', ja: 'HTTPS・SSL プロキシに SSL ポリシーがある' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.tls-proxy',
  why: {
    en: 'The default policy admits TLS 1.0, 1.1 and ciphers without forward secrecy.',
    ja: '既定のポリシーは TLS 1.0・1.1 と前方秘匿性のない暗号を許可します。',
  },
  fix: {
    summary: { en: 'Set ssl_policy to a policy with TLS 1.2.', ja: 'TLS 1.2 のポリシーを ssl_policy に設定してください。' },
    terraform: `resource "google_compute_target_https_proxy" "web" {
  name             = "web"
  url_map          = "projects/orders-prd/global/urlMaps/web"
  ssl_certificates = ["projects/orders-prd/global/sslCertificates/web"]
  ssl_policy       = "projects/orders-prd/global/sslPolicies/modern"
}`,
    cli: 'gcloud compute target-https-proxies update NAME --ssl-policy=POLICY',
  },
  references: ['https://cloud.google.com/load-balancing/docs/ssl-policies-concepts'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(proxy) {
    if (proxy.hasSslPolicy) return pass();
    return fail({
      en: `TLS proxy ${proxy.name} has no SSL policy and takes TLS 1.0`,
      ja: `プロキシ ${proxy.name} に SSL ポリシーがなく、TLS 1.0 を受け付けます`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "google_compute_target_https_proxy" "web" {
  name             = "web"
  url_map          = "projects/orders-prd/global/urlMaps/web"
  ssl_certificates = ["projects/orders-prd/global/sslCertificates/web"]
}`,
    ),
    passes(
      'a policy',
      `resource "google_compute_target_https_proxy" "web" {
  name             = "web"
  url_map          = "projects/orders-prd/global/urlMaps/web"
  ssl_certificates = ["projects/orders-prd/global/sslCertificates/web"]
  ssl_policy       = "projects/orders-prd/global/sslPolicies/modern"
}`,
    ),
    passes(
      'handed in',
      `variable "policy" {}
resource "google_compute_target_https_proxy" "web" {
  name             = "web"
  url_map          = "projects/orders-prd/global/urlMaps/web"
  ssl_certificates = ["projects/orders-prd/global/sslCertificates/web"]
  ssl_policy       = var.policy
}`,
    ),
  ],
});
