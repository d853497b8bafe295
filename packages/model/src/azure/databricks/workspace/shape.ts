/** A workspace of Azure Databricks. Source: hashicorp/azurerm documentation of azurerm_databricks_workspace; Azure template reference of Microsoft.Databricks/workspaces, read 2026-11-22. */
export interface DatabricksWorkspace {
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** Does the compute run in a virtual network of the customer? */
  readonly ownNetwork: boolean;
  /** Do the nodes have no public addresses? Default of azurerm 4 true, before and of the service false. */
  readonly noPublicIp: boolean;
  /** Is the root storage encrypted with a key of a key vault? */
  readonly customerKey: boolean;
}
