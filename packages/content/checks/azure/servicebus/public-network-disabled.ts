import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Public network access to the Service Bus namespace is off',
    ja: 'Service Bus 名前空間へのパブリックネットワークアクセスが無効である',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.servicebus.namespace',
  why: {
    en: 'A leaked connection string works from everywhere the namespace answers.',
    ja: '漏れた接続文字列は、名前空間が応答する場所のどこからでも使えます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'public_network_access_enabled', value: false }],
      arm: [{ of: ['Microsoft.ServiceBus/namespaces'], set: 'properties.publicNetworkAccess', value: 'Disabled' }],
    },
    cautions: ['closes-access', 'needs-tier'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_servicebus_namespace" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  sku                           = "Premium"
  public_network_access_enabled = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/service-bus-messaging/private-link-service'],
  equivalents: ['CKV_AZURE_204'],
  noFramework: 'no control mapping yet',
  evaluate(namespace) {
    if (!namespace.publicNetworkAccess) return pass();
    return fail({
      en: `Service Bus namespace ${namespace.name} is reachable from public networks`,
      ja: `Service Bus 名前空間 ${namespace.name} はパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_servicebus_namespace" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  sku                           = "Premium"
  public_network_access_enabled = true
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
      "properties": { "publicNetworkAccess": "Enabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_servicebus_namespace" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  sku                           = "Premium"
  public_network_access_enabled = false
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
      "properties": { "publicNetworkAccess": "Disabled" }
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
