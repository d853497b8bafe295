/** An EBS snapshot or a copy of one. Source: hashicorp/aws documentation of aws_ebs_snapshot and aws_ebs_snapshot_copy, read 2026-11-22. */
export interface Snapshot {
  /** That of the volume; of a copy its own. Default of a copy false. */
  readonly isEncrypted: boolean;
  readonly isCopy: boolean;
  /** A copy that is encrypted with a key of the customer. */
  readonly hasCustomerKey: boolean;
}
