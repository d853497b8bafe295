/** Fixes come with minor versions. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Caches take minor versions by themselves', ja: 'キャッシュのマイナーバージョンが自動更新される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elasticache.replication-group',
  why: {
    en: 'A cache that refuses minor versions keeps the holes that they close.',
    ja: 'マイナーバージョンを拒否するキャッシュには、修正された脆弱性が残ります。',
  },
  fix: {
    summary: { en: 'Leave auto_minor_version_upgrade true.', ja: 'auto_minor_version_upgrade を true のままにしてください。' },
    terraform: `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions"
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html'],
  equivalents: ['ElastiCache.2', 'prowler:elasticache_redis_cluster_auto_minor_version_upgrades'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.autoMinorVersionUpgrade) return pass();
    return fail({
      en: `Cache ${group.name} refuses minor versions`,
      ja: `キャッシュ ${group.name} はマイナーバージョンの自動更新が無効です`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  auto_minor_version_upgrade = false
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      AutoMinorVersionUpgrade: false`,
      },
    ),
    passes(
      'the default',
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
  ],
});
