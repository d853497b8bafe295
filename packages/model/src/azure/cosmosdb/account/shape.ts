/** An account of Cosmos DB. Source: hashicorp/azurerm documentation of azurerm_cosmosdb_account; Azure template reference of Microsoft.DocumentDB/databaseAccounts, read 2026-11-22. */
export interface CosmosdbAccount {
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** Does the firewall name addresses? Without rules of any kind it admits everybody. */
  readonly hasIpRules: boolean;
  /** Does it name subnets, and is the filter for them on? */
  readonly hasNetworkRules: boolean;
  /** Can an account key change databases, containers and throughput? Default true. */
  readonly keyMetadataWrites: boolean;
  /** Do account keys open it? Default true. */
  readonly localAuth: boolean;
  /** `GlobalDocumentDB` (default), `MongoDB`, `Parse`. */
  readonly kind: string;
  /** Encrypted with a key of a key vault. */
  readonly customerKey: boolean;
  /** `Periodic` (default) or `Continuous`. */
  readonly backup: string;
  /** Is a private endpoint for it in this code? */
  readonly privateEndpoint: boolean;
}
