/** Automated backups that are copied to another region. Source: hashicorp/aws documentation of aws_db_instance_automated_backups_replication, read 2026-11-22. */
export interface BackupReplication {
  readonly hasCustomerKey: boolean;
}
