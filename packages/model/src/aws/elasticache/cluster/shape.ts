/** A cache cluster of its own, or a member of a replication group. Sources: hashicorp/aws documentation of aws_elasticache_cluster; AWS::ElastiCache::CacheCluster; read 2026-11-22. */
export interface CacheCluster {
  /** `memcached`, `redis`, `valkey`; undefined for a member of a replication group. */
  readonly engine: string | undefined;
  readonly nodeType: string | undefined;
  /** Belongs to a replication group, which decides. */
  readonly isMember: boolean;
  /** Default 0. */
  readonly snapshotRetentionDays: number;
  /** Default true. */
  readonly autoMinorVersionUpgrade: boolean;
  readonly hasSubnetGroup: boolean;
  /** Default false. */
  readonly encryptionInTransit: boolean;
}
