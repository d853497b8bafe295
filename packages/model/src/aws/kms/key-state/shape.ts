/** What becomes of a key. Only a live account says it. Source: AWS KMS Developer Guide, "Key states of AWS KMS keys", read 2026-11-22. */
export interface KeyState {
  /** `Enabled`, `Disabled`, `PendingDeletion`, `PendingImport`, `Unavailable` … */
  readonly state: string;
  /** Of a key whose deletion is scheduled: days until nobody can decrypt anymore. */
  readonly daysUntilDeletion: number | undefined;
}
