import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Event Hubs namespace is reached through a private endpoint',
    ja: 'Event Hubs 名前空間にプライベートエンドポイントで接続する',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.eventhub.namespace',
  why: {
    en: 'Through a private endpoint messages stay in your network.',
    ja: 'プライベートエンドポイントなら、メッセージは自社ネットワークに留まります。',
  },
  fix: {
    summary: {
      en: 'Add a private endpoint for the namespace (azurerm_private_endpoint).',
      ja: '対象用のプライベートエンドポイントを追加してください (azurerm_private_endpoint)。',
    },
    terraform: `resource "azurerm_eventhub_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_eventhub_namespace.orders.id
    subresource_names              = ["namespace"]
    is_manual_connection           = false
  }
}`,
    arm: `{
  "type": "Microsoft.Network/privateEndpoints",
  "apiVersion": "2023-11-01",
  "name": "orders",
  "location": "japaneast",
  "properties": {
    "subnet": { "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]" },
    "privateLinkServiceConnections": [
      {
        "name": "orders",
        "properties": {
          "privateLinkServiceId": "[resourceId('Microsoft.EventHub/namespaces', 'orders')]"
        }
      }
    ]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/event-hubs/private-link-service'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(namespace) {
    if (namespace.privateEndpoint) return pass();
    return fail({
      en: `Event Hubs namespace ${namespace.name} has no private endpoint`,
      ja: `Event Hubs 名前空間 ${namespace.name} にプライベートエンドポイントがありません`,
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
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_eventhub_namespace.orders.id
    subresource_names              = ["namespace"]
    is_manual_connection           = false
  }
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
    },
    {
      "type": "Microsoft.Network/privateEndpoints",
      "apiVersion": "2023-11-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "subnet": {
          "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]"
        },
        "privateLinkServiceConnections": [
          {
            "name": "orders",
            "properties": {
              "privateLinkServiceId": "[resourceId('Microsoft.EventHub/namespaces', 'orders')]"
            }
          }
        ]
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
