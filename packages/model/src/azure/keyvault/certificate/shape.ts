/** A certificate in a key vault. Templates cannot make one. Source: hashicorp/azurerm documentation of azurerm_key_vault_certificate, read 2026-11-22. */
export interface KeyVaultCertificate {
  /** Of the policy that issues it. */
  readonly validityMonths: number | undefined;
}
