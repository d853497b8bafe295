/** A key in a key vault. Source: hashicorp/azurerm documentation of azurerm_key_vault_key; Azure template reference of Microsoft.KeyVault/vaults/keys, read 2026-11-22. */
export interface KeyVaultKey {
  /** Is there an expiry date? */
  readonly hasExpiration: boolean;
  /** `RSA`, `RSA-HSM`, `EC`, `EC-HSM`. */
  readonly keyType: string | undefined;
  /** Does its policy rotate it without anybody doing anything? */
  readonly rotates: boolean;
}
