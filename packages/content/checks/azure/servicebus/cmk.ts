import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Service Bus namespace uses a customer-managed key', ja: 'Service Bus 名前空間がカスタマーマネージドキーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.servicebus.namespace',
  why: {
    en: 'With a key of your own you can withdraw access to stored messages.',
    ja: '独自のキーなら、保存されたメッセージへのアクセスを取り消せます。',
  },
  fix: {
    summary: { en: 'Add customer_managed_key.', ja: 'customer_managed_key を追加してください。' },
    terraform: `resource "azurerm_servicebus_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Premium"
  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.orders.id]
  }
  customer_managed_key {
    key_vault_key_id = azurerm_key_vault_key.orders.id
    identity_id      = azurerm_user_assigned_identity.orders.id
  }
}`,
    arm: `{
  "identity": { "type": "UserAssigned" },
  "properties": {
    "encryption": {
      "keySource": "Microsoft.KeyVault",
      "keyVaultProperties": [{"keyName": "orders", "keyVaultUri": "https://orders.vault.azure.net"}]
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/service-bus-messaging/configure-customer-managed-key'],
  equivalents: ['CKV_AZURE_201'],
  noFramework: 'no control mapping yet',
  evaluate(namespace) {
    if (namespace.customerKey) return pass();
    return fail({
      en: `Service Bus namespace ${namespace.name} is encrypted with a key of Microsoft`,
      ja: `Service Bus 名前空間 ${namespace.name} は Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_servicebus_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Premium"
  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.orders.id]
  }
  customer_managed_key {
    key_vault_key_id = azurerm_key_vault_key.orders.id
    identity_id      = azurerm_user_assigned_identity.orders.id
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ServiceBus/namespaces",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Premium" },
      "identity": { "type": "UserAssigned" },
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
      `resource "azurerm_servicebus_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Premium"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ServiceBus/namespaces",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Premium" }
    }
  ]
}`,
      },
    ),
  ],
});
