/** A Backup vault: backups of disks, blobs, PostgreSQL, Kubernetes. Source: hashicorp/azurerm documentation of azurerm_data_protection_backup_vault; Azure template reference of Microsoft.DataProtection/backupVaults, read 2026-11-22. */
export interface BackupVault {
  /** `Disabled` (default), `Unlocked`, `Locked`. */
  readonly immutability: string;
  /** Default true. */
  readonly softDelete: boolean;
}
