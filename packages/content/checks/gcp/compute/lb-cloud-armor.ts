/** Cloud Armor stops floods and known attacks before they reach the machines. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public backends have a Cloud Armor policy', ja: '公開バックエンドに Cloud Armor ポリシーがある' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.backend-service',
  why: {
    en: 'Without it floods and attacks on web applications reach the backends.',
    ja: 'なければ DDoS や Web アプリケーションへの攻撃がバックエンドに届きます。',
  },
  fix: {
    summary: { en: 'Attach a security_policy.', ja: 'security_policy を設定してください。' },
    terraform: `resource "google_compute_backend_service" "web" {
  name                  = "web"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  security_policy       = "projects/orders-prd/global/securityPolicies/web"
}`,
  },
  references: ['https://cloud.google.com/armor/docs/cloud-armor-overview'],
  equivalents: ['cloudsploit:clbSecurityPolicyEnabled'],
  evaluate(backend) {
    if (!backend.scheme.startsWith('EXTERNAL'))
      return notApplicable({ en: `Backend service ${backend.name} is internal`, ja: `バックエンドサービス ${backend.name} は内部用です` });
    if (backend.hasSecurityPolicy) return pass();
    return fail({
      en: `Backend service ${backend.name} has no Cloud Armor policy`,
      ja: `バックエンドサービス ${backend.name} に Cloud Armor ポリシーがありません`,
    });
  },
  examples: [
    fails(
      'no policy',
      `resource "google_compute_backend_service" "web" {
  name                  = "web"
  load_balancing_scheme = "EXTERNAL_MANAGED"
}`,
    ),
    passes(
      'a policy',
      `resource "google_compute_backend_service" "web" {
  name                  = "web"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  security_policy       = "projects/orders-prd/global/securityPolicies/web"
}`,
    ),
    isNotApplicable(
      'internal',
      `resource "google_compute_backend_service" "web" {
  name                  = "web"
  load_balancing_scheme = "INTERNAL_SELF_MANAGED"
}`,
    ),
    passes(
      'handed in',
      `variable "policy" {}
resource "google_compute_backend_service" "web" {
  name                  = "web"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  security_policy       = var.policy
}`,
    ),
  ],
});
