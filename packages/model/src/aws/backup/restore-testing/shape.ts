/** A plan that restores backups to see whether they work, and when it last did. Source: AWS Backup API reference, ListRestoreTestingPlans, read 2026-11-22. */
export interface RestoreTesting {
  readonly ageDays: number;
  /** Days since it last ran; undefined: never. */
  readonly executedDays: number | undefined;
}
