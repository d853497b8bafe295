/** An AWS Backup plan. Source: hashicorp/aws documentation of aws_backup_plan and aws_backup_restore_testing_plan, read 2026-11-22. */
export interface BackupPlan {
  readonly rules: readonly BackupRule[];
  /** The code also has a plan that restores backups to see whether they work. */
  readonly isRestoreTested: boolean;
  /** The code also has a plan that reports on backups. */
  readonly isReported: boolean;
}

export interface BackupRule {
  /** Recovery points are copied to another vault. */
  readonly copies: boolean;
}
