/** An account of Azure AI services (OpenAI included). Source: hashicorp/azurerm documentation of azurerm_cognitive_account and azurerm_ai_services; Azure template reference of Microsoft.CognitiveServices/accounts, read 2026-11-22. */
export interface CognitiveAccount {
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** Do keys open it? Default true. */
  readonly localAuth: boolean;
  /** Does it have a managed identity? */
  readonly identity: boolean;
  /** Encrypted with a key of a key vault. */
  readonly customerKey: boolean;
  /** `Allow` or `Deny`; Deny also when public network access is off. Default Allow. */
  readonly networkDefaultAction: string;
  /** `OpenAI`, `Face` …; `AIServices` for azurerm_ai_services. */
  readonly kind: string;
  /** May it call approved names only? Default false. */
  readonly outboundRestricted: boolean;
  /** Is a private endpoint for it in this code? */
  readonly privateEndpoint: boolean;
}
