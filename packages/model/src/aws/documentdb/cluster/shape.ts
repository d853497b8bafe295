/** A DocumentDB cluster. Sources: hashicorp/aws documentation of aws_docdb_cluster; AWS::DocDB::DBCluster; read 2026-11-22. */
export interface DocumentCluster {
  /** Default false. One made from a snapshot takes the encryption of that. */
  readonly isEncrypted: boolean;
  readonly hasCustomerKey: boolean;
  /** `audit`, `profiler`. */
  readonly exportedLogs: readonly string[];
  /** Default 1. */
  readonly backupRetentionDays: number;
  /** Default false. */
  readonly deletionProtection: boolean;
}
