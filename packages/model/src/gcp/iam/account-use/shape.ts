/** When a service account was last used; only Google knows. Source: IAM API v1 and Policy Analyzer API v1 references, read 2026-11-22. */
export interface AccountUse {
  readonly isDisabled: boolean;
  /** Since it last authenticated, with or without a key; undefined: never in the time that Google looks back (up to 400 days). */
  readonly unusedDays: number | undefined;
}
