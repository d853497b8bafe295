/** Something that AWS Backup has backed up at least once. Only a live account says it. Source: AWS Backup API reference, ListProtectedResources, read 2026-11-22. */
export interface ProtectedResource {
  /** Days since the last backup that succeeded. */
  readonly backupDays: number;
  /** `EBS`, `RDS`, `S3` … */
  readonly resourceType: string;
}
