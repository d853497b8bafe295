/** A manual database or cluster snapshot. Source: hashicorp/aws documentation of aws_db_snapshot and aws_db_cluster_snapshot, read 2026-11-22. */
export interface DatabaseSnapshot {
  /** Account ids that may restore it; `all`: everyone. */
  readonly sharedAccounts: readonly string[];
  /** That of the database it was taken of; a copy with a key is encrypted. Unknown when the source is not in this code. */
  readonly isEncrypted: boolean;
  readonly isCopy: boolean;
  /** A copy that is encrypted with a key of the customer. */
  readonly hasCustomerKey: boolean;
}
