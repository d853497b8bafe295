/** A store of App Configuration. Source: hashicorp/azurerm documentation of azurerm_app_configuration; Azure template reference of Microsoft.AppConfiguration/configurationStores, read 2026-11-22. */
export interface AppConfigurationStore {
  /** Do keys open it? Default true. */
  readonly localAuth: boolean;
  /** When not written, on unless there is a private endpoint. */
  readonly publicNetworkAccess: boolean;
  /** Encrypted with a key of a key vault. */
  readonly customerKey: boolean;
  /** Default false. */
  readonly purgeProtection: boolean;
  /** `free` (default of azurerm), `developer`, `standard`, `premium`. */
  readonly sku: string;
}
