/** A cluster of Azure Data Explorer. Source: hashicorp/azurerm documentation of azurerm_kusto_cluster; Azure template reference of Microsoft.Kusto/clusters, read 2026-11-22. */
export interface KustoCluster {
  /** Encryption of the disks of the nodes. Default false. */
  readonly diskEncryption: boolean;
  /** Default false. */
  readonly doubleEncryption: boolean;
  /** `Dev(No SLA)_…` has one node and no SLA. */
  readonly sku: string;
  /** Does it have a managed identity? */
  readonly identity: boolean;
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** Encrypted with a key of a key vault. */
  readonly customerKey: boolean;
}
