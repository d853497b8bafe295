/** A data factory. Source: hashicorp/azurerm documentation of azurerm_data_factory; Azure template reference of Microsoft.DataFactory/factories, read 2026-11-22. */
export interface DataFactory {
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** Are its pipelines kept in a Git repository? */
  readonly hasRepository: boolean;
  /** Is a key vault linked, so that pipelines need no secrets of their own? */
  readonly keyVault: boolean;
  /** Does it have a managed identity? */
  readonly identity: boolean;
  /** Encrypted with a key of a key vault. */
  readonly customerKey: boolean;
}
