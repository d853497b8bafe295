/** An Aurora or Multi-AZ database cluster. Source: hashicorp/aws documentation of aws_rds_cluster, read 2026-11-22. */
export interface DatabaseCluster {
  /** Default false; true for engine mode `serverless`. A cluster restored or replicated takes that of its source. */
  readonly isEncrypted: boolean;
  /** Days. Default 1. */
  readonly backupRetentionDays: number;
}
