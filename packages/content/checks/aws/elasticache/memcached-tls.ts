/** Memcached speaks plain text unless TLS is switched on. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Memcached clusters require TLS', ja: 'Memcached クラスターが TLS を必須にしている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elasticache.cluster',
  why: {
    en: 'Cached pages, sessions and tokens travel readable through the network.',
    ja: 'キャッシュしたページやセッション、トークンがネットワークを平文で流れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'transit_encryption_enabled', value: true }],
      cloudformation: [{ set: 'TransitEncryptionEnabled', value: true }],
    },
    cautions: ['replaces', 'refuses-clients'],
    summary: { en: 'Set transit_encryption_enabled to true.', ja: 'transit_encryption_enabled を true にしてください。' },
    terraform: `resource "aws_elasticache_cluster" "sessions" {
  cluster_id                 = "sessions"
  node_type                  = "cache.m7g.large"
  num_cache_nodes            = 1
  engine                     = "memcached"
  transit_encryption_enabled = true
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      ClusterName: sessions
      CacheNodeType: cache.m7g.large
      NumCacheNodes: 1
      Engine: memcached
      TransitEncryptionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-mc.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (aside(() => cluster.engine !== 'memcached'))
      return notApplicable({ en: `${cluster.name} is no Memcached cluster`, ja: `${cluster.name} は Memcached クラスターではありません` });
    if (cluster.encryptionInTransit) return pass();
    return fail({ en: `Cache ${cluster.name} talks without TLS`, ja: `キャッシュ ${cluster.name} の通信は TLS で保護されていません` });
  },
  examples: [
    fails(
      'not written',
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
    passes(
      'on',
      `resource "aws_elasticache_cluster" "sessions" {
  cluster_id                 = "sessions"
  node_type                  = "cache.m7g.large"
  num_cache_nodes            = 1
  engine                     = "memcached"
  transit_encryption_enabled = true
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      ClusterName: sessions
      CacheNodeType: cache.m7g.large
      NumCacheNodes: 1
      Engine: memcached
      TransitEncryptionEnabled: true`,
      },
    ),
    isNotApplicable(
      'Redis',
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
