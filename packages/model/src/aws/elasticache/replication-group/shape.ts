/** A Redis OSS or Valkey replication group. Sources: hashicorp/aws documentation of aws_elasticache_replication_group; AWS::ElastiCache::ReplicationGroup; read 2026-11-22. */
export interface ReplicationGroup {
  /** Default false; true for Valkey. */
  readonly encryptionAtRest: boolean;
  /** Default false; true for Valkey. */
  readonly encryptionInTransit: boolean;
  /** A password that every client gives (AUTH). */
  readonly hasToken: boolean;
  /** Users with rights of their own (RBAC). */
  readonly hasUserGroup: boolean;
  readonly hasCustomerKey: boolean;
  /** 0, the default, switches automatic backups off. */
  readonly snapshotRetentionDays: number;
  /** Default false. */
  readonly automaticFailover: boolean;
  /** Default false. */
  readonly isMultiAz: boolean;
  /** Default true. */
  readonly autoMinorVersionUpgrade: boolean;
  /** A subnet group, hence a VPC of the customer's choice. */
  readonly hasSubnetGroup: boolean;
}
