/** An account of Azure Batch. Source: hashicorp/azurerm documentation of azurerm_batch_account; Azure template reference of Microsoft.Batch/batchAccounts, read 2026-11-22. */
export interface BatchAccount {
  /** Is a key vault attached, which pools in your subscription need? */
  readonly keyVault: boolean;
  /** False also when the network profile denies by default. Default true. */
  readonly publicNetworkAccess: boolean;
  /** Encrypted with a key of a key vault. */
  readonly customerKey: boolean;
}
