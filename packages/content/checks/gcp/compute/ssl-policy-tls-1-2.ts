/** TLS 1.0 and 1.1 have been given up by every browser. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SSL policies demand TLS 1.2', ja: 'SSL ポリシーで TLS 1.2 以上が必須である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.ssl-policy',
  why: {
    en: 'TLS 1.0 and 1.1 are open to known attacks and forbidden by payment rules.',
    ja: 'TLS 1.0 と 1.1 には既知の攻撃があり、決済の基準でも禁止されています。',
  },
  fix: {
    edits: { terraform: [{ set: 'min_tls_version', value: 'TLS_1_2' }] },
    cautions: ['refuses-clients'],
    summary: { en: 'Set min_tls_version to TLS_1_2.', ja: 'min_tls_version を TLS_1_2 にしてください。' },
    terraform: `resource "google_compute_ssl_policy" "web" {
  name            = "web"
  min_tls_version = "TLS_1_2"
}`,
  },
  references: ['https://cloud.google.com/load-balancing/docs/ssl-policies-concepts'],
  equivalents: ['AVD-GCP-0039', 'tfsec:google-compute-use-secure-tls-policy'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.minimumVersion === 'TLS_1_2' || policy.minimumVersion === 'TLS_1_3') return pass();
    return fail({
      en: `SSL policy ${policy.name} admits ${policy.minimumVersion}`,
      ja: `SSL ポリシー ${policy.name} は ${policy.minimumVersion} を許可します`,
    });
  },
  examples: [
    fails(
      'min_tls_version is TLS_1_1',
      `resource "google_compute_ssl_policy" "web" {
  name            = "web"
  min_tls_version = "TLS_1_1"
}`,
    ),
    fails(
      'not written',
      `resource "google_compute_ssl_policy" "web" {
  name = "web"
}`,
    ),
    passes(
      'min_tls_version is TLS_1_2',
      `resource "google_compute_ssl_policy" "web" {
  name            = "web"
  min_tls_version = "TLS_1_2"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "min_tls_version" {}
resource "google_compute_ssl_policy" "web" {
  name            = "web"
  min_tls_version = var.min_tls_version
}`,
    ),
  ],
});
