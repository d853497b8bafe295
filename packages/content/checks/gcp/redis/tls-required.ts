/** The password of the cache travels in the clear without TLS. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Memorystore encrypts connections', ja: 'Memorystore の通信が暗号化されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.redis.instance',
  why: {
    en: 'Without TLS the password and what is cached can be read in the network.',
    ja: 'TLS がないと、パスワードやキャッシュの内容がネットワーク上で読まれます。',
  },
  fix: {
    edits: {
      terraform: [
        { of: ['google_redis_instance'], set: 'transit_encryption_mode', value: 'SERVER_AUTHENTICATION' },
        { of: ['google_redis_cluster'], set: 'transit_encryption_mode', value: 'TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION' },
      ],
    },
    cautions: ['replaces', 'refuses-clients'],
    summary: {
      en: 'Set transit_encryption_mode to SERVER_AUTHENTICATION.',
      ja: 'transit_encryption_mode を SERVER_AUTHENTICATION にしてください。',
    },
    terraform: `resource "google_redis_instance" "sessions" {
  name                    = "sessions"
  memory_size_gb          = 4
  transit_encryption_mode = "SERVER_AUTHENTICATION"
}`,
  },
  references: ['https://cloud.google.com/memorystore/docs/redis/about-in-transit-encryption'],
  equivalents: ['CKV_GCP_97'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.isEncryptedInTransit) return pass();
    return fail({
      en: `Connections to Memorystore ${instance.name} are not encrypted`,
      ja: `Memorystore ${instance.name} への通信が暗号化されていません`,
    });
  },
  examples: [
    fails(
      'transit_encryption_mode is DISABLED',
      `resource "google_redis_instance" "sessions" {
  name                    = "sessions"
  memory_size_gb          = 4
  transit_encryption_mode = "DISABLED"
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
      'transit_encryption_mode is SERVER_AUTHENTICATION',
      `resource "google_redis_instance" "sessions" {
  name                    = "sessions"
  memory_size_gb          = 4
  transit_encryption_mode = "SERVER_AUTHENTICATION"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "transit_encryption_mode" {}
resource "google_redis_instance" "sessions" {
  name                    = "sessions"
  memory_size_gb          = 4
  transit_encryption_mode = var.transit_encryption_mode
}`,
    ),
    passes(
      'a cluster',
      `resource "google_redis_cluster" "sessions" {
  name                    = "sessions"
  transit_encryption_mode = "TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION"
}`,
    ),
  ],
});
