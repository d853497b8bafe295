/** A cache that took hours to warm up is empty after one mistake. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Caches take snapshots', ja: 'キャッシュがスナップショットを取得している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elasticache.replication-group',
  why: {
    en: 'Without snapshots a failure or a mistaken flush loses everything that is only in the cache.',
    ja: 'スナップショットがないと、障害や誤操作でキャッシュにしかないデータが失われます。',
  },
  fix: {
    edits: { terraform: [{ set: 'snapshot_retention_limit', value: 7 }], cloudformation: [{ set: 'SnapshotRetentionLimit', value: 7 }] },
    summary: { en: 'Set snapshot_retention_limit to 1 or more.', ja: 'snapshot_retention_limit を 1 以上にしてください。' },
    terraform: `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id     = "sessions"
  description              = "Sessions"
  snapshot_retention_limit = 7
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      SnapshotRetentionLimit: 7`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html'],
  equivalents: ['ElastiCache.1', 'prowler:elasticache_redis_cluster_backup_enabled'],
  evaluate(group) {
    if (group.snapshotRetentionDays > 0) return pass();
    return fail({
      en: `Cache ${group.name} takes no automatic backups`,
      ja: `キャッシュ ${group.name} は自動バックアップを取得していません`,
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
      'one week',
      `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id     = "sessions"
  description              = "Sessions"
  snapshot_retention_limit = 7
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      SnapshotRetentionLimit: 7`,
      },
    ),
  ],
});
