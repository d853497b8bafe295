import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Storage account is reached through a private endpoint', ja: 'ストレージアカウントにプライベートエンドポイントで接続する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'Through a private endpoint the traffic stays in your network, and the public endpoint can be closed.',
    ja: 'プライベートエンドポイントなら通信は自社ネットワーク内に留まり、パブリックエンドポイントを閉じられます。',
  },
  fix: {
    summary: {
      en: 'Add a private endpoint for the account (azurerm_private_endpoint).',
      ja: 'アカウント用のプライベートエンドポイントを追加してください (azurerm_private_endpoint)。',
    },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_storage_account.orders.id
    subresource_names              = ["blob"]
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
          "privateLinkServiceId": "[resourceId('Microsoft.Storage/storageAccounts', 'ordersdata')]"
        }
      }
    ]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-private-endpoints'],
  equivalents: [
    'CKV2_AZURE_33',
    'prowler:storage_ensure_private_endpoints_in_storage_accounts',
    'cloudsploit:storageAccountPrivateEndpoint',
  ],
  evaluate(account) {
    if (account.privateEndpoint) return pass();
    return fail({
      en: `Storage account ${account.name} has no private endpoint`,
      ja: `ストレージアカウント ${account.name} にプライベートエンドポイントがありません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_storage_account.orders.id
    subresource_names              = ["blob"]
    is_manual_connection           = false
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "ordersdata",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": { "minimumTlsVersion": "TLS1_2" }
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
              "privateLinkServiceId": "[resourceId('Microsoft.Storage/storageAccounts', 'ordersdata')]"
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
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "ordersdata",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": { "minimumTlsVersion": "TLS1_2" }
    }
  ]
}`,
      },
    ),
    passes(
      'an azapi resource with an endpoint of azurerm',
      `resource "azapi_resource" "orders" {
  type = "Microsoft.Storage/storageAccounts@2023-05-01"
  name = "ordersdata"
  body = {
    kind = "StorageV2"
    sku = {
      name = "Standard_ZRS"
    }
  }
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azapi_resource.orders.id
    subresource_names              = ["blob"]
    is_manual_connection           = false
  }
}`,
    ),
    isUnknown(
      'an endpoint that may not exist',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}
resource "azurerm_private_endpoint" "orders" {
  count               = var.private ? 1 : 0
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_storage_account.orders.id
    subresource_names              = ["blob"]
    is_manual_connection           = false
  }
}
variable "private" {}`,
    ),
    isUnknown(
      'an endpoint that may lead anywhere',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = var.target
    subresource_names              = ["blob"]
    is_manual_connection           = false
  }
}
variable "target" {}`,
    ),
  ],
});
