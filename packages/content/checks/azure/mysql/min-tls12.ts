import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MySQL requires TLS 1.2', ja: 'MySQL が TLS 1.2 以上を要求する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.mysql.server',
  why: {
    en: 'TLS 1.0 and 1.1 can be broken by somebody on the path, who then reads queries and results.',
    ja: 'TLS 1.0 と 1.1 は経路上の者に破られ、問い合わせと結果を読まれるおそれがあります。',
  },
  fix: {
    summary: {
      en: 'Set tls_version to TLSv1.2; of a single server ssl_minimal_tls_version_enforced to TLS1_2.',
      ja: 'tls_version を TLSv1.2 に、単一サーバーでは ssl_minimal_tls_version_enforced を TLS1_2 にしてください。',
    },
    terraform: `resource "azurerm_mysql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
}
resource "azurerm_mysql_flexible_server_configuration" "setting" {
  resource_group_name = "orders"
  server_name         = azurerm_mysql_flexible_server.orders.name
  name                = "tls_version"
  value               = "TLSv1.2"
}`,
    arm: `{
  "type": "Microsoft.DBforMySQL/flexibleServers/configurations",
  "apiVersion": "2023-12-30",
  "name": "orders/tls_version",
  "dependsOn": ["[resourceId('Microsoft.DBforMySQL/flexibleServers', 'orders')]"],
  "properties": { "value": "TLSv1.2", "source": "user-override" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/mysql/flexible-server/how-to-connect-tls-ssl'],
  equivalents: [
    'CKV_AZURE_54',
    'AVD-AZU-0026',
    'prowler:mysql_flexible_server_minimum_tls_version_12',
    'cloudsploit:mysqlFlexibleServersMinTls',
  ],
  evaluate(server) {
    if (server.tls12) return pass();
    return fail({
      en: `MySQL server ${server.name} accepts TLS below 1.2`,
      ja: `MySQL サーバー ${server.name} は TLS 1.2 未満を受け付けます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
}
resource "azurerm_mysql_flexible_server_configuration" "setting" {
  resource_group_name = "orders"
  server_name         = azurerm_mysql_flexible_server.orders.name
  name                = "tls_version"
  value               = "TLSv1.1"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMySQL/flexibleServers",
      "apiVersion": "2023-12-30",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" }
    },
    {
      "type": "Microsoft.DBforMySQL/flexibleServers/configurations",
      "apiVersion": "2023-12-30",
      "name": "orders/tls_version",
      "dependsOn": ["[resourceId('Microsoft.DBforMySQL/flexibleServers', 'orders')]"],
      "properties": { "value": "TLSv1.1", "source": "user-override" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
}
resource "azurerm_mysql_flexible_server_configuration" "setting" {
  resource_group_name = "orders"
  server_name         = azurerm_mysql_flexible_server.orders.name
  name                = "tls_version"
  value               = "TLSv1.2"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMySQL/flexibleServers",
      "apiVersion": "2023-12-30",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" }
    },
    {
      "type": "Microsoft.DBforMySQL/flexibleServers/configurations",
      "apiVersion": "2023-12-30",
      "name": "orders/tls_version",
      "dependsOn": ["[resourceId('Microsoft.DBforMySQL/flexibleServers', 'orders')]"],
      "properties": { "value": "TLSv1.2", "source": "user-override" }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_mysql_flexible_server" "orders" {
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
      "type": "Microsoft.DBforMySQL/flexibleServers",
      "apiVersion": "2023-12-30",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" }
    }
  ]
}`,
      },
    ),
    fails(
      'a single server with an old version',
      `resource "azurerm_mysql_server" "orders" {
  name                             = "orders"
  resource_group_name              = "orders"
  location                         = "japaneast"
  sku_name                         = "GP_Gen5_2"
  ssl_enforcement_enabled          = true
  ssl_minimal_tls_version_enforced = "TLS1_1"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMySQL/servers",
      "apiVersion": "2017-12-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "sslEnforcement": "Enabled", "minimalTlsVersion": "TLS1_1" }
    }
  ]
}`,
      },
    ),
    fails('a single server that enforces none', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMySQL/servers",
      "apiVersion": "2017-12-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "sslEnforcement": "Enabled" }
    }
  ]
}`,
    }),
  ],
});
