import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AI services account uses a customer-managed key', ja: 'AI サービスのアカウントがカスタマーマネージドキーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.cognitive.account',
  why: {
    en: 'Training data and prompts are stored; a key of your own decides who may read them.',
    ja: '学習データやプロンプトが保存されます。独自のキーで読める者を決められます。',
  },
  fix: {
    summary: {
      en: 'Add customer_managed_key, or an azurerm_cognitive_account_customer_managed_key.',
      ja: 'customer_managed_key か azurerm_cognitive_account_customer_managed_key を追加してください。',
    },
    terraform: `resource "azurerm_cognitive_account" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  kind                  = "OpenAI"
  sku_name              = "S0"
  custom_subdomain_name = "orders"
  identity {
    type = "SystemAssigned"
  }
}
resource "azurerm_cognitive_account_customer_managed_key" "orders" {
  cognitive_account_id = azurerm_cognitive_account.orders.id
  key_vault_key_id     = azurerm_key_vault_key.orders.id
}`,
    arm: `{
  "identity": { "type": "SystemAssigned" },
  "properties": {
    "encryption": {
      "keySource": "Microsoft.KeyVault",
      "keyVaultProperties": { "keyName": "orders", "keyVaultUri": "https://orders.vault.azure.net" }
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/ai-services/encryption/cognitive-services-encryption-keys-portal'],
  equivalents: ['CKV2_AZURE_22'],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (account.customerKey) return pass();
    return fail({
      en: `AI services account ${account.name} is encrypted with a key of Microsoft`,
      ja: `AI サービスのアカウント ${account.name} は Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_cognitive_account" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  kind                  = "OpenAI"
  sku_name              = "S0"
  custom_subdomain_name = "orders"
  identity {
    type = "SystemAssigned"
  }
}
resource "azurerm_cognitive_account_customer_managed_key" "orders" {
  cognitive_account_id = azurerm_cognitive_account.orders.id
  key_vault_key_id     = azurerm_key_vault_key.orders.id
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.CognitiveServices/accounts",
      "apiVersion": "2023-05-01",
      "name": "orders",
      "location": "japaneast",
      "kind": "OpenAI",
      "sku": { "name": "S0" },
      "properties": {
        "customSubDomainName": "orders",
        "encryption": {
          "keySource": "Microsoft.KeyVault",
          "keyVaultProperties": { "keyName": "orders", "keyVaultUri": "https://orders.vault.azure.net" }
        }
      },
      "identity": { "type": "SystemAssigned" }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_cognitive_account" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  kind                  = "OpenAI"
  sku_name              = "S0"
  custom_subdomain_name = "orders"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.CognitiveServices/accounts",
      "apiVersion": "2023-05-01",
      "name": "orders",
      "location": "japaneast",
      "kind": "OpenAI",
      "sku": { "name": "S0" },
      "properties": { "customSubDomainName": "orders" }
    }
  ]
}`,
      },
    ),
  ],
});
