/** Fixes come with minor versions. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cache clusters take minor versions by themselves', ja: 'キャッシュクラスターのマイナーバージョンが自動更新される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elasticache.cluster',
  why: {
    en: 'A cache that refuses minor versions keeps the holes that they close.',
    ja: 'マイナーバージョンを拒否するキャッシュには、修正された脆弱性が残ります。',
  },
  fix: {
    summary: { en: 'Leave auto_minor_version_upgrade true.', ja: 'auto_minor_version_upgrade を true のままにしてください。' },
    terraform: `resource "aws_elasticache_cluster" "sessions" {
  cluster_id      = "sessions"
  engine          = "redis"
  node_type       = "cache.m7g.large"
  num_cache_nodes = 1
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      ClusterName: sessions
      Engine: redis
      CacheNodeType: cache.m7g.large
      NumCacheNodes: 1`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html'],
  equivalents: ['CKV_AWS_322', 'ElastiCache.2'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.autoMinorVersionUpgrade) return pass();
    return fail({
      en: `Cache ${cluster.name} refuses minor versions`,
      ja: `キャッシュ ${cluster.name} はマイナーバージョンの自動更新が無効です`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "aws_elasticache_cluster" "sessions" {
  cluster_id                 = "sessions"
  engine                     = "redis"
  node_type                  = "cache.m7g.large"
  num_cache_nodes            = 1
  auto_minor_version_upgrade = false
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
      AutoMinorVersionUpgrade: false`,
      },
    ),
    passes(
      'the default',
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
  ],
});
