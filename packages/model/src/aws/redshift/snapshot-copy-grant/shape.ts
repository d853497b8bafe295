/** Lets Redshift encrypt snapshots that it copies to this region. Source: hashicorp/aws documentation of aws_redshift_snapshot_copy_grant, read 2026-11-22. */
export interface SnapshotCopyGrant {
  /** Without a key the one of AWS. */
  readonly hasCustomerKey: boolean;
}
