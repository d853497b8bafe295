import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Data factory uses a customer-managed key', ja: 'データファクトリがカスタマーマネージドキーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.datafactory.factory',
  why: {
    en: 'Definitions and cached data hold connection details; a key of your own decides who may read them.',
    ja: '定義やキャッシュには接続情報が含まれます。独自のキーで読める者を決められます。',
  },
  fix: {
    summary: { en: 'Set customer_managed_key_id.', ja: 'customer_managed_key_id を設定してください。' },
    terraform: `resource "azurerm_data_factory" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  customer_managed_key_id = azurerm_key_vault_key.orders.id
}`,
    arm: `{
  "properties": { "encryption": { "keyName": "orders", "vaultBaseUrl": "https://orders.vault.azure.net" } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/data-factory/enable-customer-managed-key'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(factory) {
    if (factory.customerKey) return pass();
    return fail({
      en: `Data factory ${factory.name} is encrypted with a key of Microsoft`,
      ja: `データファクトリ ${factory.name} は Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_data_factory" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  customer_managed_key_id = azurerm_key_vault_key.orders.id
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
      "location": "japaneast",
      "properties": {
        "encryption": { "keyName": "orders", "vaultBaseUrl": "https://orders.vault.azure.net" }
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
