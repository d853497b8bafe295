import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MariaDB server is reached through a private endpoint', ja: 'MariaDB サーバーにプライベートエンドポイントで接続する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.mariadb.server',
  why: {
    en: 'Through a private endpoint the database has an address in your network only.',
    ja: 'プライベートエンドポイントなら、データベースは自社ネットワーク内のアドレスだけを持ちます。',
  },
  fix: {
    summary: {
      en: 'Add a private endpoint for the server (azurerm_private_endpoint).',
      ja: '対象用のプライベートエンドポイントを追加してください (azurerm_private_endpoint)。',
    },
    terraform: `resource "azurerm_mariadb_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Gen5_2"
  version             = "10.3"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_mariadb_server.orders.id
    subresource_names              = ["mariadbServer"]
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
          "privateLinkServiceId": "[resourceId('Microsoft.DBforMariaDB/servers', 'orders')]"
        }
      }
    ]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/previous-versions/azure/mariadb/concepts-data-access-security-private-link'],
  equivalents: ['CKV2_AZURE_43'],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (server.privateEndpoint) return pass();
    return fail({
      en: `MariaDB server ${server.name} has no private endpoint`,
      ja: `MariaDB サーバー ${server.name} にプライベートエンドポイントがありません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_mariadb_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Gen5_2"
  version             = "10.3"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_mariadb_server.orders.id
    subresource_names              = ["mariadbServer"]
    is_manual_connection           = false
  }
}`,
    ),
    passes('on (template)', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMariaDB/servers",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast"
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
              "privateLinkServiceId": "[resourceId('Microsoft.DBforMariaDB/servers', 'orders')]"
            }
          }
        ]
      }
    }
  ]
}`,
    }),
    fails(
      'not written',
      `resource "azurerm_mariadb_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Gen5_2"
  version             = "10.3"
}`,
    ),
    fails('not written (template)', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMariaDB/servers",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast"
    }
  ]
}`,
    }),
  ],
});
