/** A cache without a password is open to everything in the network. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Memorystore demands authentication', ja: 'Memorystore で認証が必須である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.redis.instance',
  why: {
    en: 'Whoever gets into the network reads sessions and cached personal data.',
    ja: 'ネットワークに入った誰もが、セッションやキャッシュされた個人情報を読めます。',
  },
  fix: {
    edits: { terraform: [{ of: ['google_redis_instance'], set: 'auth_enabled', value: true }] },
    cautions: ['refuses-keys'],
    summary: { en: 'Set auth_enabled to true.', ja: 'auth_enabled を true にしてください。' },
    terraform: `resource "google_redis_instance" "sessions" {
  name           = "sessions"
  memory_size_gb = 4
  auth_enabled   = true
}`,
    cli: 'gcloud redis instances update NAME --enable-auth',
  },
  references: ['https://cloud.google.com/memorystore/docs/redis/about-redis-auth'],
  equivalents: ['CKV_GCP_95'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.isAuthenticated) return pass();
    return fail({
      en: `Memorystore ${instance.name} demands no authentication`,
      ja: `Memorystore ${instance.name} は認証なしで利用できます`,
    });
  },
  examples: [
    fails(
      'auth_enabled is false',
      `resource "google_redis_instance" "sessions" {
  name           = "sessions"
  memory_size_gb = 4
  auth_enabled   = false
}`,
    ),
    fails(
      'not written',
      `resource "google_redis_instance" "sessions" {
  name           = "sessions"
  memory_size_gb = 4
}`,
    ),
    passes(
      'auth_enabled is true',
      `resource "google_redis_instance" "sessions" {
  name           = "sessions"
  memory_size_gb = 4
  auth_enabled   = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "auth_enabled" {}
resource "google_redis_instance" "sessions" {
  name           = "sessions"
  memory_size_gb = 4
  auth_enabled   = var.auth_enabled
}`,
    ),
    passes(
      'IAM, in a cluster',
      `resource "google_redis_cluster" "sessions" {
  name               = "sessions"
  authorization_mode = "AUTH_MODE_IAM_AUTH"
}`,
    ),
  ],
});
