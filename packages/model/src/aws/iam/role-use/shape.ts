/** When a role was last used. Only a live account says it. Source: IAM API reference, RoleLastUsed, read 2026-11-22. */
export interface RoleUse {
  readonly ageDays: number;
  /** Undefined: not within the 400 days that AWS keeps. */
  readonly unusedDays: number | undefined;
}
