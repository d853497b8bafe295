/** A Recovery Services vault, where backups lie. Source: hashicorp/azurerm documentation of azurerm_recovery_services_vault; Azure template reference of Microsoft.RecoveryServices/vaults, read 2026-11-22. */
export interface RecoveryVault {
  /** `Disabled` (default), `Unlocked`, `Locked`. */
  readonly immutability: string;
  /** Default true. */
  readonly softDelete: boolean;
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** Does it have a managed identity? */
  readonly identity: boolean;
  /** Encrypted with a key of a key vault. */
  readonly customerKey: boolean;
  /** Does something in this code have its backups there? */
  readonly hasItems: boolean;
}
