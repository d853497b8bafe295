/** The older way to export the activity log. Source: Azure Monitor documentation of log profiles (retired 2026-09-30), read 2026-11-22. */
export interface LogProfile {
  /** `Write`, `Delete`, `Action`. */
  readonly categories: readonly string[];
  readonly regions: readonly string[];
  /** Are events deleted after some days? */
  readonly hasRetention: boolean;
  /** Days; 0: for ever. */
  readonly retentionDays: number;
}
