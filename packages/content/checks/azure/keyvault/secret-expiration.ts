import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Secret has an expiry date', ja: 'シークレットに有効期限がある' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.keyvault.secret',
  why: {
    en: 'A leaked password works until it is changed; an expiry date makes somebody change it.',
    ja: '漏れたパスワードは変更されるまで使えます。期限があれば誰かが変更します。',
  },
  fix: {
    summary: { en: 'Set expiration_date.', ja: 'expiration_date を設定してください。' },
    terraform: `resource "azurerm_key_vault_secret" "orders" {
  name            = "orders"
  key_vault_id    = azurerm_key_vault.orders.id
  value           = random_password.orders.result
  expiration_date = "2027-12-31T00:00:00Z"
}`,
    arm: `{
  "properties": { "attributes": { "exp": 1830211200 } }
}`,
    cli: 'az keyvault secret set-attributes --vault-name VAULT --name SECRET --expires 2027-12-31T00:00:00Z',
  },
  references: ['https://learn.microsoft.com/en-us/azure/key-vault/secrets/about-secrets'],
  equivalents: [
    'CKV_AZURE_41',
    'AVD-AZU-0017',
    'tfsec:azure-keyvault-ensure-secret-expiry',
    'prowler:keyvault_rbac_secret_expiration_set',
    'prowler:keyvault_non_rbac_secret_expiration_set',
    'cloudsploit:keyVaultSecretExpiry',
    'cloudsploit:keyVaultSecretExpiryNonRbac',
  ],
  evaluate(secret) {
    if (secret.hasExpiration) return pass();
    return fail({ en: `Secret ${secret.name} never expires`, ja: `シークレット ${secret.name} に有効期限がありません` });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_key_vault_secret" "orders" {
  name            = "orders"
  key_vault_id    = azurerm_key_vault.orders.id
  value           = random_password.orders.result
  expiration_date = "2027-12-31T00:00:00Z"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults/secrets",
      "apiVersion": "2023-07-01",
      "name": "orders/orders",
      "properties": { "value": "[parameters('value')]", "attributes": { "exp": 1830211200 } }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_key_vault_secret" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.orders.id
  value        = random_password.orders.result
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults/secrets",
      "apiVersion": "2023-07-01",
      "name": "orders/orders",
      "properties": { "value": "[parameters('value')]" }
    }
  ]
}`,
      },
    ),
  ],
});
