/** A snapshot of a Neptune cluster. Source: hashicorp/aws documentation of aws_neptune_cluster_snapshot, read 2026-11-22. */
export interface GraphSnapshot {
  /** That of the cluster. */
  readonly isEncrypted: boolean;
  /** That of the cluster. */
  readonly hasCustomerKey: boolean;
}
