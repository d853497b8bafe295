/** A MemoryDB cluster. Sources: hashicorp/aws documentation of aws_memorydb_cluster; AWS::MemoryDB::Cluster; read 2026-11-22. */
export interface MemoryCluster {
  /** Default true. */
  readonly encryptionInTransit: boolean;
  readonly hasCustomerKey: boolean;
  /** Default 0: no automatic snapshots. */
  readonly snapshotRetentionDays: number;
  /** Name of the access control list; `open-access` lets everybody in. */
  readonly accessList: string;
  /** Default true. */
  readonly autoMinorVersionUpgrade: boolean;
}
