import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SQL server is reached through a private endpoint', ja: 'SQL サーバーにプライベートエンドポイントで接続する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.sql.server',
  why: {
    en: 'Through a private endpoint the database has an address in your network and none on the internet.',
    ja: 'プライベートエンドポイントなら、データベースは自社ネットワーク内のアドレスだけを持ちます。',
  },
  fix: {
    summary: {
      en: 'Add a private endpoint for the server (azurerm_private_endpoint).',
      ja: '対象用のプライベートエンドポイントを追加してください (azurerm_private_endpoint)。',
    },
    terraform: `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_mssql_server.orders.id
    subresource_names              = ["sqlServer"]
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
        "properties": { "privateLinkServiceId": "[resourceId('Microsoft.Sql/servers', 'orders')]" }
      }
    ]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/private-endpoint-overview'],
  equivalents: ['CKV2_AZURE_45'],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (server.privateEndpoint) return pass();
    return fail({
      en: `SQL server ${server.name} has no private endpoint`,
      ja: `SQL サーバー ${server.name} にプライベートエンドポイントがありません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_mssql_server.orders.id
    subresource_names              = ["sqlServer"]
    is_manual_connection           = false
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers",
      "apiVersion": "2023-08-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "version": "12.0", "minimalTlsVersion": "1.2" }
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
            "properties": { "privateLinkServiceId": "[resourceId('Microsoft.Sql/servers', 'orders')]" }
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
      `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers",
      "apiVersion": "2023-08-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "version": "12.0", "minimalTlsVersion": "1.2" }
    }
  ]
}`,
      },
    ),
  ],
});
