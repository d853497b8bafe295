import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'PostgreSQL requires TLS 1.2', ja: 'PostgreSQL が TLS 1.2 以上を要求する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.postgresql.server',
  why: {
    en: 'TLS 1.0 and 1.1 can be broken by somebody on the path, who then reads queries and results.',
    ja: 'TLS 1.0 と 1.1 は経路上の者に破られ、問い合わせと結果を読まれるおそれがあります。',
  },
  fix: {
    summary: {
      en: 'Set ssl_min_protocol_version to TLSv1.2; of a single server ssl_minimal_tls_version_enforced to TLS1_2.',
      ja: 'ssl_min_protocol_version を TLSv1.2 に、単一サーバーでは ssl_minimal_tls_version_enforced を TLS1_2 にしてください。',
    },
    terraform: `resource "azurerm_postgresql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
}
resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = azurerm_postgresql_flexible_server.orders.id
  name      = "ssl_min_protocol_version"
  value     = "TLSv1.2"
}`,
    arm: `{
  "type": "Microsoft.DBforPostgreSQL/flexibleServers/configurations",
  "apiVersion": "2024-08-01",
  "name": "orders/ssl_min_protocol_version",
  "dependsOn": ["[resourceId('Microsoft.DBforPostgreSQL/flexibleServers', 'orders')]"],
  "properties": { "value": "TLSv1.2", "source": "user-override" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/how-to-connect-tls-ssl'],
  equivalents: ['CKV_AZURE_147', 'AVD-AZU-0026'],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (server.tls12) return pass();
    return fail({
      en: `PostgreSQL server ${server.name} accepts TLS below 1.2`,
      ja: `PostgreSQL サーバー ${server.name} は TLS 1.2 未満を受け付けます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_postgresql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
}
resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = azurerm_postgresql_flexible_server.orders.id
  name      = "ssl_min_protocol_version"
  value     = "TLSv1.1"
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
      "type": "Microsoft.DBforPostgreSQL/flexibleServers/configurations",
      "apiVersion": "2024-08-01",
      "name": "orders/ssl_min_protocol_version",
      "dependsOn": ["[resourceId('Microsoft.DBforPostgreSQL/flexibleServers', 'orders')]"],
      "properties": { "value": "TLSv1.1", "source": "user-override" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_postgresql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
}
resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = azurerm_postgresql_flexible_server.orders.id
  name      = "ssl_min_protocol_version"
  value     = "TLSv1.2"
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
      "type": "Microsoft.DBforPostgreSQL/flexibleServers/configurations",
      "apiVersion": "2024-08-01",
      "name": "orders/ssl_min_protocol_version",
      "dependsOn": ["[resourceId('Microsoft.DBforPostgreSQL/flexibleServers', 'orders')]"],
      "properties": { "value": "TLSv1.2", "source": "user-override" }
    }
  ]
}`,
      },
    ),
    passes(
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
    fails(
      'a single server with an old version',
      `resource "azurerm_postgresql_server" "orders" {
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
      "type": "Microsoft.DBforPostgreSQL/servers",
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
      "type": "Microsoft.DBforPostgreSQL/servers",
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
