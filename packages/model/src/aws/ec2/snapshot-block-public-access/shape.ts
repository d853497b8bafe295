/** The account's block of public EBS snapshots in one region. Sources: hashicorp/aws documentation of aws_ebs_snapshot_block_public_access; AWS::EC2::SnapshotBlockPublicAccess; read 2026-11-22. */
export interface SnapshotBlockPublicAccess {
  /** `block-all-sharing`, `block-new-sharing`, `unblocked`. */
  readonly state: string;
}
