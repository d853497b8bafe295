/** A key vault. Source: hashicorp/azurerm documentation of azurerm_key_vault; Azure template reference of Microsoft.KeyVault/vaults, read 2026-11-22. */
export interface KeyVault {
  /** Default false. */
  readonly purgeProtection: boolean;
  /** Always on since azurerm 2.42; a template may still say false. Default true. */
  readonly softDelete: boolean;
  /** Are data requests decided by Azure RBAC? Default false; in templates true since API version 2026-02-01. */
  readonly rbac: boolean;
  /** `Allow` or `Deny`; Deny also when public network access is off. Default Allow. */
  readonly networkDefaultAction: string;
  /** Categories that diagnostic settings collect: `AuditEvent`, groups `audit`, `allLogs`. */
  readonly logs: readonly string[];
  /** Is a private endpoint for it in this code? */
  readonly privateEndpoint: boolean;
}
