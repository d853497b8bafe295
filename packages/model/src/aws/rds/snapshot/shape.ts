/** A manual database or cluster snapshot. Source: hashicorp/aws documentation of aws_db_snapshot and aws_db_cluster_snapshot, read 2026-11-22. */
export interface DatabaseSnapshot {
  /** Account ids that may restore it; `all`: everyone. */
  readonly sharedAccounts: readonly string[];
}
