/** A blob container. Source: hashicorp/azurerm documentation of azurerm_storage_container; Azure template reference of Microsoft.Storage/storageAccounts/blobServices/containers, read 2026-11-22. */
export interface StorageContainer {
  /** Anonymous access: `private` (default), `blob`, `container`. */
  readonly access: string;
  /** What it is called, for telling logs and backups from the rest. */
  readonly label: string | undefined;
  /** `none`, `unlocked`, `locked`. Locking is an action, so a template cannot say which. */
  readonly immutability: string;
}
