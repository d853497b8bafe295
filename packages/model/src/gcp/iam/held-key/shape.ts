/** A service account key that somebody holds, as only Google knows it. Source: IAM API v1 and Policy Analyzer API v1 references, read 2026-11-22. */
export interface HeldKey {
  readonly isDisabled: boolean;
  /** Since it was made; of an uploaded one since its certificate is valid. */
  readonly ageDays: number;
  /** Since it was last used to authenticate; undefined: never in the time that Google looks back (up to 400 days). */
  readonly unusedDays: number | undefined;
}
