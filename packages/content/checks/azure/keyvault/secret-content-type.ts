import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Secret says what it holds', ja: 'シークレットに内容の種類が記されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.keyvault.secret',
  why: {
    en: 'In an incident somebody has to know within minutes what a secret opens and how it is replaced.',
    ja: 'インシデント時には、そのシークレットが何を開きどう交換するかを数分で知る必要があります。',
  },
  fix: {
    summary: { en: 'Set content_type.', ja: 'content_type を設定してください。' },
    terraform: `resource "azurerm_key_vault_secret" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.orders.id
  value        = random_password.orders.result
  content_type = "password"
}`,
    arm: `{
  "properties": { "contentType": "password" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/key-vault/secrets/about-secrets'],
  equivalents: ['CKV_AZURE_114', 'AVD-AZU-0015', 'tfsec:azure-keyvault-content-type-for-secret'],
  noFramework: 'no control mapping yet',
  evaluate(secret) {
    if (secret.hasContentType) return pass();
    return fail({
      en: `Secret ${secret.name} does not say what it holds`,
      ja: `シークレット ${secret.name} に内容の種類が記されていません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_key_vault_secret" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.orders.id
  value        = random_password.orders.result
  content_type = "password"
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
      "properties": { "value": "[parameters('value')]", "contentType": "password" }
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
