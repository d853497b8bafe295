/** The default subnet group takes every subnet of the default VPC. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cache clusters stand in chosen subnets', ja: 'キャッシュクラスターが指定したサブネットに配置されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elasticache.cluster',
  why: {
    en: 'Without a subnet group the cache lands in the default VPC, whose subnets are public and shared.',
    ja: 'サブネットグループがないと、公開・共有されているデフォルト VPC に配置されます。',
  },
  fix: {
    summary: { en: 'Set subnet_group_name.', ja: 'subnet_group_name を指定してください。' },
    terraform: `resource "aws_elasticache_cluster" "sessions" {
  cluster_id        = "sessions"
  engine            = "redis"
  node_type         = "cache.m7g.large"
  num_cache_nodes   = 1
  subnet_group_name = "private"
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      ClusterName: sessions
      Engine: redis
      CacheNodeType: cache.m7g.large
      NumCacheNodes: 1
      CacheSubnetGroupName: private`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SubnetGroups.html'],
  equivalents: ['CKV_AWS_323', 'ElastiCache.7'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (aside(() => cluster.engine === undefined)) {
      return notApplicable({
        en: `${cluster.name} stands where its replication group says`,
        ja: `${cluster.name} の配置はレプリケーショングループで決まります`,
      });
    }
    if (cluster.hasSubnetGroup) return pass();
    return fail({
      en: `Cache ${cluster.name} names no subnet group`,
      ja: `キャッシュ ${cluster.name} はサブネットグループを指定していません`,
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
      'a group',
      `resource "aws_elasticache_cluster" "sessions" {
  cluster_id        = "sessions"
  engine            = "redis"
  node_type         = "cache.m7g.large"
  num_cache_nodes   = 1
  subnet_group_name = "private"
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
      CacheSubnetGroupName: private`,
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
