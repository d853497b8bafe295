/** A single node without backups is one failure away from empty. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Redis clusters take snapshots', ja: 'Redis クラスターがスナップショットを取得している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elasticache.cluster',
  why: {
    en: 'A single node without snapshots loses everything when it fails or is replaced.',
    ja: 'スナップショットのない単一ノードは、故障や入れ替えで全データを失います。',
  },
  fix: {
    edits: { terraform: [{ set: 'snapshot_retention_limit', value: 5 }], cloudformation: [{ set: 'SnapshotRetentionLimit', value: 5 }] },
    summary: { en: 'Set snapshot_retention_limit to 1 or more.', ja: 'snapshot_retention_limit を 1 以上にしてください。' },
    terraform: `resource "aws_elasticache_cluster" "sessions" {
  cluster_id               = "sessions"
  engine                   = "redis"
  node_type                = "cache.m7g.large"
  num_cache_nodes          = 1
  snapshot_retention_limit = 5
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      ClusterName: sessions
      Engine: redis
      CacheNodeType: cache.m7g.large
      NumCacheNodes: 1
      SnapshotRetentionLimit: 5`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html'],
  equivalents: ['CKV_AWS_134', 'AVD-AWS-0050', 'tfsec:aws-elasticache-enable-backup-retention', 'ElastiCache.1'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    const hasBackups = aside(() => (cluster.engine === 'redis' || cluster.engine === 'valkey') && cluster.nodeType !== 'cache.t1.micro');
    if (!hasBackups) {
      return notApplicable({
        en: `${cluster.name} is no Redis or Valkey cluster that can be backed up`,
        ja: `${cluster.name} はバックアップできる Redis・Valkey クラスターではありません`,
      });
    }
    if (cluster.snapshotRetentionDays > 0) return pass();
    return fail({
      en: `Cache ${cluster.name} takes no automatic backups`,
      ja: `キャッシュ ${cluster.name} は自動バックアップを取得していません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_elasticache_cluster" "sessions" {
  cluster_id      = "sessions"
  engine          = "redis"
  node_type       = "cache.m7g.large"
  num_cache_nodes = 1
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      ClusterName: sessions
      Engine: redis
      CacheNodeType: cache.m7g.large
      NumCacheNodes: 1`,
      },
    ),
    passes(
      'five days',
      `resource "aws_elasticache_cluster" "sessions" {
  cluster_id               = "sessions"
  engine                   = "redis"
  node_type                = "cache.m7g.large"
  num_cache_nodes          = 1
  snapshot_retention_limit = 5
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      ClusterName: sessions
      Engine: redis
      CacheNodeType: cache.m7g.large
      NumCacheNodes: 1
      SnapshotRetentionLimit: 5`,
      },
    ),
    isNotApplicable(
      'Memcached has no snapshots',
      `resource "aws_elasticache_cluster" "sessions" {
  cluster_id      = "sessions"
  node_type       = "cache.m7g.large"
  num_cache_nodes = 1
  engine          = "memcached"
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      ClusterName: sessions
      CacheNodeType: cache.m7g.large
      NumCacheNodes: 1
      Engine: memcached`,
      },
    ),
    isNotApplicable(
      'a node type without backups',
      `resource "aws_elasticache_cluster" "sessions" {
  cluster_id      = "sessions"
  engine          = "redis"
  num_cache_nodes = 1
  node_type       = "cache.t1.micro"
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      ClusterName: sessions
      Engine: redis
      NumCacheNodes: 1
      CacheNodeType: cache.t1.micro`,
      },
    ),
    isNotApplicable(
      'a member of a replication group',
      `resource "aws_elasticache_cluster" "replica" {
  cluster_id           = "sessions-2"
  replication_group_id = "sessions"
}`,
    ),
  ],
});
