/** A service of Azure SignalR or Web PubSub. Source: hashicorp/azurerm documentation of azurerm_signalr_service and azurerm_web_pubsub; Azure template reference of Microsoft.SignalRService/SignalR and Microsoft.SignalRService/webPubSub, read 2026-11-22. */
export interface SignalrService {
  /** `Free_F1` has no SLA and no private endpoints. */
  readonly sku: string;
  /** Does it have a managed identity? */
  readonly identity: boolean;
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** Do keys open it? Default true. */
  readonly localAuth: boolean;
}
