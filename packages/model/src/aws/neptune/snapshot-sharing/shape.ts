/** Who may restore a snapshot of a Neptune cluster. Only a live account says it. Source: Amazon Neptune API reference, read 2026-11-22. */
export interface GraphSnapshotSharing {
  /** Account ids; `all`: everyone. */
  readonly sharedAccounts: readonly string[];
}
