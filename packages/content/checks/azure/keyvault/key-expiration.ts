import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Key has an expiry date', ja: 'キーに有効期限がある' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.keyvault.key',
  why: {
    en: 'A date that comes closer makes somebody replace the key; without one it stays in use until it is broken or stolen.',
    ja: '期限が近づけば誰かが交換します。期限がなければ破られるか盗まれるまで使われます。',
  },
  fix: {
    summary: { en: 'Set expiration_date.', ja: 'expiration_date を設定してください。' },
    terraform: `resource "azurerm_key_vault_key" "orders" {
  name            = "orders"
  key_vault_id    = azurerm_key_vault.orders.id
  key_type        = "RSA"
  key_size        = 3072
  key_opts        = ["wrapKey", "unwrapKey"]
  expiration_date = "2027-12-31T00:00:00Z"
}`,
    arm: `{
  "properties": { "attributes": { "exp": 1830211200 } }
}`,
    cli: 'az keyvault key set-attributes --vault-name VAULT --name KEY --expires 2027-12-31T00:00:00Z',
  },
  references: ['https://learn.microsoft.com/en-us/azure/key-vault/keys/about-keys-details'],
  equivalents: [
    'CKV_AZURE_40',
    'AVD-AZU-0014',
    'tfsec:azure-keyvault-ensure-key-expiry',
    'prowler:keyvault_rbac_key_expiration_set',
    'prowler:keyvault_key_expiration_set_in_non_rbac',
    'cloudsploit:keyVaultKeyExpiry',
    'cloudsploit:keyVaultKeyExpiryNonRbac',
  ],
  evaluate(key) {
    if (key.hasExpiration) return pass();
    return fail({ en: `Key ${key.name} never expires`, ja: `キー ${key.name} に有効期限がありません` });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_key_vault_key" "orders" {
  name            = "orders"
  key_vault_id    = azurerm_key_vault.orders.id
  key_type        = "RSA"
  key_size        = 3072
  key_opts        = ["wrapKey", "unwrapKey"]
  expiration_date = "2027-12-31T00:00:00Z"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults/keys",
      "apiVersion": "2023-07-01",
      "name": "orders/orders",
      "properties": { "kty": "RSA", "keySize": 3072, "attributes": { "exp": 1830211200 } }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_key_vault_key" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.orders.id
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults/keys",
      "apiVersion": "2023-07-01",
      "name": "orders/orders",
      "properties": { "kty": "RSA", "keySize": 3072 }
    }
  ]
}`,
      },
    ),
    passes(
      'an expiry that is computed',
      `resource "azurerm_key_vault_key" "orders" {
  name            = "orders"
  key_vault_id    = azurerm_key_vault.orders.id
  key_type        = "RSA"
  key_size        = 3072
  key_opts        = ["wrapKey", "unwrapKey"]
  expiration_date = timeadd(timestamp(), "8760h")
}`,
    ),
  ],
});
