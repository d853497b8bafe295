/** A service of Azure AI Search. Source: hashicorp/azurerm documentation of azurerm_search_service; Azure template reference of Microsoft.Search/searchServices, read 2026-11-22. */
export interface SearchService {
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** Do keys open it? Default true. */
  readonly localAuth: boolean;
  /** Does it have a managed identity? */
  readonly identity: boolean;
  /** Default 1. */
  readonly replicas: number;
  /** Addresses the firewall lets in; none: everybody. */
  readonly allowedIps: readonly string[];
}
