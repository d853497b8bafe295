/** A managed HSM. Source: hashicorp/azurerm documentation of azurerm_key_vault_managed_hardware_security_module; Azure template reference of Microsoft.KeyVault/managedHSMs, read 2026-11-22. */
export interface KeyVaultManagedHsm {
  /** Default false. */
  readonly purgeProtection: boolean;
  /** `Allow` or `Deny`; Deny also when public network access is off. Default Allow. */
  readonly networkDefaultAction: string;
}
