/** Old ciphers let recorded traffic be read later. */
import { defineCheck, fail, fails, isUnknown, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Load balancers refuse weak ciphers and TLS versions', ja: 'ロードバランサが弱い暗号と TLS バージョンを拒否する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.compute.ssl-policy',
  why: {
    en: 'TLS below 1.2 and ciphers without forward secrecy can be broken, also later from a recording.',
    ja: 'TLS 1.2 未満や前方秘匿性のない暗号は、記録された通信から後で解読され得ます。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'profile', value: 'MODERN' },
        { set: 'min_tls_version', value: 'TLS_1_2' },
      ],
    },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Use the profile RESTRICTED, or MODERN with TLS_1_2.',
      ja: 'プロファイル RESTRICTED、または TLS_1_2 の MODERN を使ってください。',
    },
    terraform: `resource "google_compute_ssl_policy" "web" {
  name            = "web"
  profile         = "MODERN"
  min_tls_version = "TLS_1_2"
}`,
  },
  references: ['https://cloud.google.com/load-balancing/docs/ssl-policies-concepts'],
  equivalents: ['CKV_GCP_4'],
  evaluate(policy) {
    const { profile } = policy;
    const isStrong =
      profile === 'RESTRICTED' ||
      (profile === 'MODERN' && policy.minimumVersion !== 'TLS_1_0' && policy.minimumVersion !== 'TLS_1_1') ||
      (profile === 'CUSTOM' && none(policy.ciphers, (cipher) => /^TLS_RSA_|3DES|_CBC_/.test(cipher) && !cipher.startsWith('TLS_ECDHE')));
    if (isStrong) return pass();
    return fail({
      en: `SSL policy ${policy.name} (profile ${profile}) admits weak ciphers or TLS versions`,
      ja: `SSL ポリシー ${policy.name} (プロファイル ${profile}) は弱い暗号や TLS バージョンを許可します`,
    });
  },
  examples: [
    fails(
      'the defaults',
      `resource "google_compute_ssl_policy" "web" {
  name = "web"
}`,
    ),
    fails(
      'MODERN with TLS 1.0',
      `resource "google_compute_ssl_policy" "web" {
  name    = "web"
  profile = "MODERN"
}`,
    ),
    fails(
      'a weak cipher of its own',
      `resource "google_compute_ssl_policy" "web" {
  name            = "web"
  profile         = "CUSTOM"
  min_tls_version = "TLS_1_2"
  custom_features = ["TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_128_GCM_SHA256"]
}`,
    ),
    passes(
      'RESTRICTED',
      `resource "google_compute_ssl_policy" "web" {
  name    = "web"
  profile = "RESTRICTED"
}`,
    ),
    passes(
      'MODERN with TLS 1.2',
      `resource "google_compute_ssl_policy" "web" {
  name            = "web"
  profile         = "MODERN"
  min_tls_version = "TLS_1_2"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "profile" {}
resource "google_compute_ssl_policy" "web" {
  name    = "web"
  profile = var.profile
}`,
    ),
  ],
});
