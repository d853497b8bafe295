/** Session data in plain text is a session for whoever listens. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Caches require TLS', ja: 'キャッシュが TLS を必須にしている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.elasticache.replication-group',
  why: {
    en: 'Sessions, tokens and the cache password travel readable through the network.',
    ja: 'セッションやトークン、キャッシュのパスワードがネットワークを平文で流れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'transit_encryption_enabled', value: true }],
      cloudformation: [{ set: 'TransitEncryptionEnabled', value: true }],
    },
    cautions: ['may-replace', 'refuses-clients'],
    summary: { en: 'Set transit_encryption_enabled to true.', ja: 'transit_encryption_enabled を true にしてください。' },
    terraform: `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  transit_encryption_enabled = true
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      TransitEncryptionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html'],
  equivalents: [
    'CKV_AWS_30',
    'AVD-AWS-0051',
    'tfsec:aws-elasticache-enable-in-transit-encryption',
    'ElastiCache.5',
    'prowler:elasticache_redis_cluster_in_transit_encryption_enabled',
    'cloudsploit:redisClusterEncryptionInTransit',
  ],
  evaluate(group) {
    if (group.encryptionInTransit) return pass();
    return fail({ en: `Cache ${group.name} talks without TLS`, ja: `キャッシュ ${group.name} の通信は TLS で保護されていません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions"
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions`,
      },
    ),
    passes(
      'on',
      `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  transit_encryption_enabled = true
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      TransitEncryptionEnabled: true`,
      },
    ),
  ],
});
