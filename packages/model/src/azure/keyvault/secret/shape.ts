/** A secret in a key vault. Source: hashicorp/azurerm documentation of azurerm_key_vault_secret; Azure template reference of Microsoft.KeyVault/vaults/secrets, read 2026-11-22. */
export interface KeyVaultSecret {
  /** Is there an expiry date? */
  readonly hasExpiration: boolean;
  /** Does it say what it holds? */
  readonly hasContentType: boolean;
}
