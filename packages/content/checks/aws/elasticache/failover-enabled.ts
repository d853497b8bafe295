/** Without failover somebody has to be awake. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Caches fail over automatically', ja: 'キャッシュが自動でフェイルオーバーする' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elasticache.replication-group',
  why: {
    en: 'When the primary node fails the cache takes no writes until somebody promotes a replica by hand.',
    ja: 'プライマリが故障すると、手動で昇格させるまで書き込みができません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'automatic_failover_enabled', value: true }],
      cloudformation: [{ set: 'AutomaticFailoverEnabled', value: true }],
    },
    cautions: ['needs-second'],
    summary: { en: 'Set automatic_failover_enabled to true.', ja: 'automatic_failover_enabled を true にしてください。' },
    terraform: `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  automatic_failover_enabled = true
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      AutomaticFailoverEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html'],
  equivalents: [
    'CKV2_AWS_50',
    'ElastiCache.3',
    'prowler:elasticache_redis_cluster_automatic_failover_enabled',
    'prowler:elasticache_redis_cluster_multi_az_enabled',
    'cloudsploit:elasticacheRedisMultiAZ',
  ],
  evaluate(group) {
    if (group.automaticFailover) return pass();
    return fail({
      en: `Cache ${group.name} does not fail over by itself`,
      ja: `キャッシュ ${group.name} は自動でフェイルオーバーしません`,
    });
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
  automatic_failover_enabled = true
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      AutomaticFailoverEnabled: true`,
      },
    ),
  ],
});
