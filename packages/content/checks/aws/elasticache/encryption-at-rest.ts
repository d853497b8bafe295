/** Backups and swap of a cache hold what people had in their sessions. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Caches are encrypted at rest', ja: 'キャッシュが保存時に暗号化されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.elasticache.replication-group',
  why: {
    en: 'Sessions and other cached data lie readable on disk during sync, swap and backup; encryption cannot be added later.',
    ja: '同期・スワップ・バックアップの際にセッションなどのデータが平文で保存されます。後から暗号化はできません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'at_rest_encryption_enabled', value: true }],
      cloudformation: [{ set: 'AtRestEncryptionEnabled', value: true }],
    },
    cautions: ['replaces'],
    summary: { en: 'Set at_rest_encryption_enabled to true.', ja: 'at_rest_encryption_enabled を true にしてください。' },
    terraform: `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  at_rest_encryption_enabled = true
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      AtRestEncryptionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html'],
  equivalents: [
    'CKV_AWS_29',
    'AVD-AWS-0045',
    'tfsec:aws-elasticache-enable-at-rest-encryption',
    'ElastiCache.4',
    'prowler:elasticache_redis_cluster_rest_encryption_enabled',
    'cloudsploit:redisClusterEncryptionAtRest',
  ],
  evaluate(group) {
    if (group.encryptionAtRest) return pass();
    return fail({ en: `Cache ${group.name} is not encrypted at rest`, ja: `キャッシュ ${group.name} は保存時に暗号化されていません` });
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
  at_rest_encryption_enabled = true
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      AtRestEncryptionEnabled: true`,
      },
    ),
    passes(
      'the default of Valkey',
      `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions"
  engine               = "valkey"
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      Engine: valkey`,
      },
    ),
  ],
});
