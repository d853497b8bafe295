/** An Aurora global database. Sources: hashicorp/aws documentation of aws_rds_global_cluster; AWS::RDS::GlobalCluster; read 2026-11-22. */
export interface GlobalCluster {
  /** Default false. */
  readonly isEncrypted: boolean;
  /** Default false. */
  readonly deletionProtection: boolean;
}
