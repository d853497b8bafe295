import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cosmos DB is limited to selected networks', ja: 'Cosmos DB が選択したネットワークに限定されている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.cosmosdb.account',
  why: {
    en: 'Without any rule the endpoint answers the internet, and a leaked key is enough to read everything.',
    ja: 'ルールがなければエンドポイントはインターネットに応答し、漏れたキーだけで全てを読めます。',
  },
  fix: {
    summary: {
      en: 'Name addresses in ip_range_filter or subnets in virtual_network_rule, or switch public network access off.',
      ja: 'ip_range_filter か virtual_network_rule を指定するか、パブリックネットワークアクセスを無効にしてください。',
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
  is_virtual_network_filter_enabled = true
  virtual_network_rule {
    id = "/subscriptions/x/subnets/data"
  }
}`,
    arm: `{
  "properties": {
    "isVirtualNetworkFilterEnabled": true,
    "virtualNetworkRules": [
      {
        "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]"
      }
    ]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/cosmos-db/how-to-configure-firewall'],
  equivalents: ['CKV_AZURE_99', 'prowler:cosmosdb_account_firewall_use_selected_networks'],
  evaluate(account) {
    const isLimited = anyOf(
      () => !account.publicNetworkAccess,
      () => account.hasIpRules,
      () => account.hasNetworkRules,
    );
    if (isLimited) return pass();
    return fail({
      en: `Cosmos DB account ${account.name} admits every network`,
      ja: `Cosmos DB アカウント ${account.name} は全ネットワークを許可しています`,
    });
  },
  examples: [
    fails(
      'a rule whose filter is off',
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
  is_virtual_network_filter_enabled = false
  virtual_network_rule {
    id = "/subscriptions/x/subnets/data"
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
        "locations": [{"locationName": "japaneast", "failoverPriority": 0}],
        "isVirtualNetworkFilterEnabled": false,
        "virtualNetworkRules": [
          {
            "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]"
          }
        ]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'a subnet',
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
  is_virtual_network_filter_enabled = true
  virtual_network_rule {
    id = "/subscriptions/x/subnets/data"
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
        "locations": [{"locationName": "japaneast", "failoverPriority": 0}],
        "isVirtualNetworkFilterEnabled": true,
        "virtualNetworkRules": [
          {
            "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]"
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
    passes(
      'addresses',
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
  ip_range_filter = ["203.0.113.7"]
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
        "locations": [{"locationName": "japaneast", "failoverPriority": 0}],
        "ipRules": [{"ipAddressOrRange": "203.0.113.7"}]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'no public network access',
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
  public_network_access_enabled = false
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
        "locations": [{"locationName": "japaneast", "failoverPriority": 0}],
        "publicNetworkAccess": "Disabled"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'addresses handed in',
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
  ip_range_filter = var.addresses
}
variable "addresses" {}`,
    ),
  ],
});
