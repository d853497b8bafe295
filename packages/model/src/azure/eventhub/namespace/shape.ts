/** A namespace of Event Hubs. Source: hashicorp/azurerm documentation of azurerm_eventhub_namespace; Azure template reference of Microsoft.EventHub/namespaces, read 2026-11-22. */
export interface EventHubNamespace {
  /** Do keys open it? Default true. */
  readonly localAuth: boolean;
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** `1.0`, `1.1`, `1.2`. Default 1.2. */
  readonly minTlsVersion: string;
  /** Encrypted with a key of a key vault. */
  readonly customerKey: boolean;
  /** The service decides it by the region; before azurerm 4 an argument said so. */
  readonly zoneRedundant: boolean;
  /** Is a private endpoint for it in this code? */
  readonly privateEndpoint: boolean;
}
