import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Data factory takes secrets from a key vault', ja: 'データファクトリがシークレットを Key Vault から取得する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.datafactory.factory',
  why: {
    en: 'Passwords in linked services are copied with every export of the factory.',
    ja: 'リンクサービス内のパスワードは、エクスポートのたびに複製されます。',
  },
  fix: {
    summary: {
      en: 'Add an azurerm_data_factory_linked_service_key_vault.',
      ja: 'azurerm_data_factory_linked_service_key_vault を追加してください。',
    },
    terraform: `resource "azurerm_data_factory" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
}
resource "azurerm_data_factory_linked_service_key_vault" "orders" {
  name            = "orders"
  data_factory_id = azurerm_data_factory.orders.id
  key_vault_id    = azurerm_key_vault.orders.id
}`,
    arm: `{
  "type": "Microsoft.DataFactory/factories/linkedservices",
  "apiVersion": "2018-06-01",
  "name": "orders/vault",
  "dependsOn": ["[resourceId('Microsoft.DataFactory/factories', 'orders')]"],
  "properties": {
    "type": "AzureKeyVault",
    "typeProperties": { "baseUrl": "https://orders.vault.azure.net" }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/data-factory/store-credentials-in-key-vault'],
  equivalents: ['CKV2_AZURE_15'],
  noFramework: 'no control mapping yet',
  evaluate(factory) {
    if (factory.keyVault) return pass();
    return fail({
      en: `No key vault is linked to data factory ${factory.name}`,
      ja: `データファクトリ ${factory.name} に Key Vault がリンクされていません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_data_factory" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
}
resource "azurerm_data_factory_linked_service_key_vault" "orders" {
  name            = "orders"
  data_factory_id = azurerm_data_factory.orders.id
  key_vault_id    = azurerm_key_vault.orders.id
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataFactory/factories",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast"
    },
    {
      "type": "Microsoft.DataFactory/factories/linkedservices",
      "apiVersion": "2018-06-01",
      "name": "orders/vault",
      "dependsOn": ["[resourceId('Microsoft.DataFactory/factories', 'orders')]"],
      "properties": {
        "type": "AzureKeyVault",
        "typeProperties": { "baseUrl": "https://orders.vault.azure.net" }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_data_factory" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataFactory/factories",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast"
    }
  ]
}`,
      },
    ),
  ],
});
