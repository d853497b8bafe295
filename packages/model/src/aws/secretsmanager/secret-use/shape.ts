/** How old a secret's value is and when it was last read. Only a live account says it. Source: AWS Secrets Manager API reference, read 2026-11-22. */
export interface SecretUse {
  readonly ageDays: number;
  /** Days since the value was last rotated or changed by hand; undefined: never. */
  readonly changedDays: number | undefined;
  /** Days since it was last read; undefined: never. */
  readonly unusedDays: number | undefined;
  /** Another service keeps it (`rds`, `redshift` …); undefined: the account itself. */
  readonly owningService: string | undefined;
}
