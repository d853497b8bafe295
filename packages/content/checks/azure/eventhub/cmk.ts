import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Event Hubs namespace uses a customer-managed key', ja: 'Event Hubs 名前空間がカスタマーマネージドキーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.eventhub.namespace',
  why: {
    en: 'With a key of your own you can withdraw access to stored events.',
    ja: '独自のキーなら、保存されたイベントへのアクセスを取り消せます。',
  },
  fix: {
    summary: {
      en: 'Encrypt the namespace with a key of your own (azurerm_eventhub_namespace_customer_managed_key).',
      ja: '名前空間をカスタマーマネージドキーで暗号化してください (azurerm_eventhub_namespace_customer_managed_key)。',
    },
    terraform: `resource "azurerm_eventhub_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
}
resource "azurerm_eventhub_namespace_customer_managed_key" "orders" {
  eventhub_namespace_id = azurerm_eventhub_namespace.orders.id
  key_vault_key_ids     = [azurerm_key_vault_key.orders.id]
}`,
    arm: `{
  "properties": {
    "encryption": {
      "keySource": "Microsoft.KeyVault",
      "keyVaultProperties": [{"keyName": "orders", "keyVaultUri": "https://orders.vault.azure.net"}]
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/event-hubs/configure-customer-managed-key'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(namespace) {
    if (namespace.customerKey) return pass();
    return fail({
      en: `Event Hubs namespace ${namespace.name} is encrypted with a key of Microsoft`,
      ja: `Event Hubs 名前空間 ${namespace.name} は Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_eventhub_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
}
resource "azurerm_eventhub_namespace_customer_managed_key" "orders" {
  eventhub_namespace_id = azurerm_eventhub_namespace.orders.id
  key_vault_key_ids     = [azurerm_key_vault_key.orders.id]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.EventHub/namespaces",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard" },
      "properties": {
        "encryption": {
          "keySource": "Microsoft.KeyVault",
          "keyVaultProperties": [{"keyName": "orders", "keyVaultUri": "https://orders.vault.azure.net"}]
        }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_eventhub_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.EventHub/namespaces",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard" }
    }
  ]
}`,
      },
    ),
  ],
});
