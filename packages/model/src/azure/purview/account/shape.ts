/** An account of Microsoft Purview. Source: hashicorp/azurerm documentation of azurerm_purview_account; Azure template reference of Microsoft.Purview/accounts, read 2026-11-22. */
export interface PurviewAccount {
  /** Default true. */
  readonly publicNetworkAccess: boolean;
}
