/** A manual snapshot of a DocumentDB cluster. Only a live account has them. Source: Amazon DocumentDB API reference, read 2026-11-22. */
export interface DocumentSnapshot {
  /** Account ids that may restore it; `all`: everyone. */
  readonly sharedAccounts: readonly string[];
  readonly isEncrypted: boolean;
}
