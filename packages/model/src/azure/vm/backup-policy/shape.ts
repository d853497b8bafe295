/** A backup policy for virtual machines. Source: Azure Backup documentation "Back up Azure VMs", read 2026-11-22. */
export interface BackupPolicy {
  /** Daily recovery points that are kept; 0 without a daily schedule. */
  readonly dailyRetentionDays: number;
}
