/** A log bucket. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface LogBucket {
  /** Default 30. */
  readonly retentionDays: number;
  /** Default false. */
  readonly isLocked: boolean;
  readonly hasCustomerKey: boolean;
}
