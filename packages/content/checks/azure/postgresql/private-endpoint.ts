import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'PostgreSQL server is reached through a private endpoint', ja: 'PostgreSQL サーバーにプライベートエンドポイントで接続する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.postgresql.server',
  why: {
    en: 'Through a private endpoint the database has an address in your network only.',
    ja: 'プライベートエンドポイントなら、データベースは自社ネットワーク内のアドレスだけを持ちます。',
  },
  fix: {
    summary: {
      en: 'Add a private endpoint for the server (azurerm_private_endpoint).',
      ja: '対象用のプライベートエンドポイントを追加してください (azurerm_private_endpoint)。',
    },
    terraform: `resource "azurerm_postgresql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_postgresql_flexible_server.orders.id
    subresource_names              = ["postgresqlServer"]
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
          "privateLinkServiceId": "[resourceId('Microsoft.DBforPostgreSQL/flexibleServers', 'orders')]"
        }
      }
    ]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-networking-private-link'],
  equivalents: ['CKV2_AZURE_42', 'CKV2_AZURE_57'],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (server.privateEndpoint) return pass();
    return fail({
      en: `PostgreSQL server ${server.name} has no private endpoint`,
      ja: `PostgreSQL サーバー ${server.name} にプライベートエンドポイントがありません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_postgresql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_postgresql_flexible_server.orders.id
    subresource_names              = ["postgresqlServer"]
    is_manual_connection           = false
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/flexibleServers",
      "apiVersion": "2024-08-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" }
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
              "privateLinkServiceId": "[resourceId('Microsoft.DBforPostgreSQL/flexibleServers', 'orders')]"
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
      `resource "azurerm_postgresql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/flexibleServers",
      "apiVersion": "2024-08-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" }
    }
  ]
}`,
      },
    ),
    passes(
      'a single server',
      `resource "azurerm_postgresql_server" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  sku_name                = "GP_Gen5_2"
  ssl_enforcement_enabled = true
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_postgresql_server.orders.id
    subresource_names              = ["postgresqlServer"]
    is_manual_connection           = false
  }
}`,
    ),
  ],
});
