/** Redis without a password obeys whoever connects. */
import { allOf, anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Caches require authentication', ja: 'キャッシュが認証を必須にしている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elasticache.replication-group',
  why: {
    en: 'Without a token or users everybody who reaches the port reads and flushes the cache.',
    ja: 'トークンや利用者がないと、ポートに到達できる者は誰でもキャッシュを読み、消去できます。',
  },
  fix: {
    summary: {
      en: 'Set user_group_ids or auth_token, with transit encryption.',
      ja: '通信の暗号化とともに user_group_ids か auth_token を設定してください。',
    },
    terraform: `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  transit_encryption_enabled = true
  user_group_ids             = ["sessions"]
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      TransitEncryptionEnabled: true
      UserGroupIds: [sessions]`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html'],
  equivalents: ['CKV_AWS_31', 'ElastiCache.6', 'prowler:elasticache_redis_replication_group_auth_enabled'],
  evaluate(group) {
    const isGuarded = allOf(
      () =>
        anyOf(
          () => group.hasToken,
          () => group.hasUserGroup,
        ),
      // Both need TLS.
      () => group.encryptionInTransit,
    );
    if (isGuarded) return pass();
    return fail({ en: `Cache ${group.name} does not ask who connects`, ja: `キャッシュ ${group.name} は接続時の認証がありません` });
  },
  examples: [
    fails(
      'not written',
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
    fails(
      'a token without TLS is refused',
      `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions"
  auth_token           = join("-", ["orders", "cache", "token"])
}`,
    ),
    passes(
      'users',
      `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  transit_encryption_enabled = true
  user_group_ids             = ["sessions"]
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      TransitEncryptionEnabled: true
      UserGroupIds: [sessions]`,
      },
    ),
  ],
});
