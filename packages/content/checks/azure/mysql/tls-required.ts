import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MySQL requires TLS', ja: 'MySQL が TLS を要求する' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.mysql.server',
  why: {
    en: 'Without TLS the password and every row cross the network in clear text.',
    ja: 'TLS がなければ、パスワードも全ての行も平文でネットワークを流れます。',
  },
  fix: {
    edits: {
      terraform: [{ of: ['azurerm_mysql_server'], set: 'ssl_enforcement_enabled', value: true }],
      arm: [
        {
          of: ['Microsoft.DBforMySQL/servers', 'Microsoft.DBforMySQL/flexibleServers'],
          set: 'properties.sslEnforcement',
          value: 'Enabled',
        },
      ],
    },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set require_secure_transport to on; of a single server ssl_enforcement_enabled to true.',
      ja: 'require_secure_transport を on に、単一サーバーでは ssl_enforcement_enabled を true にしてください。',
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
  name                = "require_secure_transport"
  value               = "on"
}`,
    arm: `{
  "type": "Microsoft.DBforMySQL/flexibleServers/configurations",
  "apiVersion": "2023-12-30",
  "name": "orders/require_secure_transport",
  "dependsOn": ["[resourceId('Microsoft.DBforMySQL/flexibleServers', 'orders')]"],
  "properties": { "value": "on", "source": "user-override" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/mysql/flexible-server/how-to-connect-tls-ssl'],
  equivalents: [
    'CKV_AZURE_28',
    'AVD-AZU-0020',
    'tfsec:azure-database-enable-ssl-enforcement',
    'prowler:mysql_flexible_server_ssl_connection_enabled',
    'cloudsploit:enforceMySQLSSLConnection',
  ],
  evaluate(server) {
    if (server.tlsRequired) return pass();
    return fail({
      en: `MySQL server ${server.name} accepts connections without TLS`,
      ja: `MySQL サーバー ${server.name} は TLS なしの接続を受け付けます`,
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
  name                = "require_secure_transport"
  value               = "off"
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
      "name": "orders/require_secure_transport",
      "dependsOn": ["[resourceId('Microsoft.DBforMySQL/flexibleServers', 'orders')]"],
      "properties": { "value": "off", "source": "user-override" }
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
  name                = "require_secure_transport"
  value               = "on"
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
      "name": "orders/require_secure_transport",
      "dependsOn": ["[resourceId('Microsoft.DBforMySQL/flexibleServers', 'orders')]"],
      "properties": { "value": "on", "source": "user-override" }
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
      'a single server without',
      `resource "azurerm_mysql_server" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  sku_name                = "GP_Gen5_2"
  ssl_enforcement_enabled = false
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
      "properties": { "sslEnforcement": "Disabled", "minimalTlsVersion": "TLS1_2" }
    }
  ]
}`,
      },
    ),
    passes(
      'a single server',
      `resource "azurerm_mysql_server" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  sku_name                = "GP_Gen5_2"
  ssl_enforcement_enabled = true
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
      "properties": { "sslEnforcement": "Enabled", "minimalTlsVersion": "TLS1_2" }
    }
  ]
}`,
      },
    ),
  ],
});
