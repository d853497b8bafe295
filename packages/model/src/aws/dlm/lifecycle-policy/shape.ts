/** A snapshot lifecycle policy, seen as the copies it makes in other Regions. Source: hashicorp/aws documentation of aws_dlm_lifecycle_policy, AWS::DLM::LifecyclePolicy, read 2026-11-22. */
export interface SnapshotPolicy {
  /** Of the snapshots it makes. */
  readonly scheduledCopies: readonly SnapshotCopy[];
  /** Of snapshots that somebody shared. */
  readonly eventCopies: readonly SnapshotCopy[];
}

export interface SnapshotCopy {
  /** Required by the provider. */
  readonly isEncrypted: boolean | undefined;
  /** Default false: the key of EBS in the target Region. */
  readonly hasCustomerKey: boolean;
}
