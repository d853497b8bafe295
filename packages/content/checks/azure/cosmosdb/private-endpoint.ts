import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Cosmos DB account is reached through a private endpoint',
    ja: 'Cosmos DB アカウントにプライベートエンドポイントで接続する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.cosmosdb.account',
  why: {
    en: 'Traffic through a private endpoint stays in your network and its route can be inspected.',
    ja: 'プライベートエンドポイント経由の通信は自社ネットワークに留まり、経路を監視できます。',
  },
  fix: {
    summary: {
      en: 'Add a private endpoint for the account (azurerm_private_endpoint).',
      ja: '対象用のプライベートエンドポイントを追加してください (azurerm_private_endpoint)。',
    },
    terraform: `resource "azurerm_cosmosdb_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  offer_type          = "Standard"
  consistency_policy {
    consistency_level = "Session"
  }
  geo_location {
    location          = "japaneast"
    failover_priority = 0
  }
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_cosmosdb_account.orders.id
    subresource_names              = ["Sql"]
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
          "privateLinkServiceId": "[resourceId('Microsoft.DocumentDB/databaseAccounts', 'orders')]"
        }
      }
    ]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/cosmos-db/how-to-configure-private-endpoints'],
  equivalents: ['prowler:cosmosdb_account_use_private_endpoints'],
  evaluate(account) {
    if (account.privateEndpoint) return pass();
    return fail({
      en: `Cosmos DB account ${account.name} has no private endpoint`,
      ja: `Cosmos DB アカウント ${account.name} にプライベートエンドポイントがありません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_cosmosdb_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  offer_type          = "Standard"
  consistency_policy {
    consistency_level = "Session"
  }
  geo_location {
    location          = "japaneast"
    failover_priority = 0
  }
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_cosmosdb_account.orders.id
    subresource_names              = ["Sql"]
    is_manual_connection           = false
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DocumentDB/databaseAccounts",
      "apiVersion": "2024-05-15",
      "name": "orders",
      "location": "japaneast",
      "kind": "GlobalDocumentDB",
      "properties": {
        "databaseAccountOfferType": "Standard",
        "locations": [{"locationName": "japaneast", "failoverPriority": 0}]
      }
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
              "privateLinkServiceId": "[resourceId('Microsoft.DocumentDB/databaseAccounts', 'orders')]"
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
      `resource "azurerm_cosmosdb_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  offer_type          = "Standard"
  consistency_policy {
    consistency_level = "Session"
  }
  geo_location {
    location          = "japaneast"
    failover_priority = 0
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DocumentDB/databaseAccounts",
      "apiVersion": "2024-05-15",
      "name": "orders",
      "location": "japaneast",
      "kind": "GlobalDocumentDB",
      "properties": {
        "databaseAccountOfferType": "Standard",
        "locations": [{"locationName": "japaneast", "failoverPriority": 0}]
      }
    }
  ]
}`,
      },
    ),
  ],
});
