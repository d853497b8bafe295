/** A custom topic or a domain of Event Grid. Source: hashicorp/azurerm documentation of azurerm_eventgrid_topic and azurerm_eventgrid_domain; Azure template reference of Microsoft.EventGrid/topics and Microsoft.EventGrid/domains, read 2026-11-22. */
export interface EventGridTopic {
  /** Does it have a managed identity? */
  readonly identity: boolean;
  /** Do keys open it? Default true. */
  readonly localAuth: boolean;
  /** Default true. */
  readonly publicNetworkAccess: boolean;
}
