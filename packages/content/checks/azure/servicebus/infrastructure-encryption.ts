import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Service Bus namespace encrypts twice', ja: 'Service Bus 名前空間が二重に暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.servicebus.namespace',
  why: {
    en: 'A second layer with another key protects when the first is broken.',
    ja: '一層目が破られても、別のキーによる二層目が守ります。',
  },
  fix: {
    summary: {
      en: 'Set infrastructure_encryption_enabled to true in customer_managed_key.',
      ja: 'customer_managed_key の infrastructure_encryption_enabled を true にしてください。',
    },
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
    key_vault_key_id                  = azurerm_key_vault_key.orders.id
    identity_id                       = azurerm_user_assigned_identity.orders.id
    infrastructure_encryption_enabled = true
  }
}`,
    arm: `{
  "identity": { "type": "UserAssigned" },
  "properties": {
    "encryption": {
      "keySource": "Microsoft.KeyVault",
      "keyVaultProperties": [{"keyName": "orders", "keyVaultUri": "https://orders.vault.azure.net"}],
      "requireInfrastructureEncryption": true
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/service-bus-messaging/configure-customer-managed-key'],
  equivalents: ['CKV_AZURE_199'],
  noFramework: 'no control mapping yet',
  evaluate(namespace) {
    if (namespace.doubleEncryption) return pass();
    return fail({
      en: `Service Bus namespace ${namespace.name} has no infrastructure encryption`,
      ja: `Service Bus 名前空間 ${namespace.name} はインフラストラクチャ暗号化が無効です`,
    });
  },
  examples: [
    fails(
      'off',
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
    key_vault_key_id                  = azurerm_key_vault_key.orders.id
    identity_id                       = azurerm_user_assigned_identity.orders.id
    infrastructure_encryption_enabled = true
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
          "keyVaultProperties": [{"keyName": "orders", "keyVaultUri": "https://orders.vault.azure.net"}],
          "requireInfrastructureEncryption": true
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
