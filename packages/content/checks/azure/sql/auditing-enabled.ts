import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SQL server is audited', ja: 'SQL サーバーの監査が有効である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'detective',
  on: 'azure.sql.server',
  why: {
    en: 'Auditing is the record of who logged in and which statements ran; after an intrusion there is no other.',
    ja: '監査は誰がログインし何を実行したかの記録です。侵入後に頼れるものは他にありません。',
  },
  fix: {
    summary: {
      en: 'Turn auditing on for the server (azurerm_mssql_server_extended_auditing_policy).',
      ja: 'サーバーの監査を有効にしてください (azurerm_mssql_server_extended_auditing_policy)。',
    },
    terraform: `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
}
resource "azurerm_mssql_server_extended_auditing_policy" "orders" {
  server_id         = azurerm_mssql_server.orders.id
  storage_endpoint  = "https://ordersaudit.blob.core.windows.net/"
  retention_in_days = 120
}`,
    arm: `{
  "type": "Microsoft.Sql/servers/auditingSettings",
  "apiVersion": "2023-08-01",
  "name": "orders/default",
  "dependsOn": ["[resourceId('Microsoft.Sql/servers', 'orders')]"],
  "properties": {
    "state": "Enabled",
    "retentionDays": 120,
    "storageEndpoint": "https://ordersaudit.blob.core.windows.net/"
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/auditing-overview'],
  equivalents: [
    'CKV_AZURE_23',
    'AVD-AZU-0027',
    'tfsec:azure-database-enable-audit',
    'prowler:sqlserver_auditing_enabled',
    'cloudsploit:serverAuditingEnabled',
  ],
  evaluate(server) {
    if (server.isAudited) return pass();
    return fail({ en: `SQL server ${server.name} is not audited`, ja: `SQL サーバー ${server.name} は監査されていません` });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
}
resource "azurerm_mssql_server_extended_auditing_policy" "orders" {
  server_id        = azurerm_mssql_server.orders.id
  storage_endpoint = "https://ordersaudit.blob.core.windows.net/"
  enabled          = false
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
      "type": "Microsoft.Sql/servers/auditingSettings",
      "apiVersion": "2023-08-01",
      "name": "orders/default",
      "dependsOn": ["[resourceId('Microsoft.Sql/servers', 'orders')]"],
      "properties": { "state": "Disabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
}
resource "azurerm_mssql_server_extended_auditing_policy" "orders" {
  server_id         = azurerm_mssql_server.orders.id
  storage_endpoint  = "https://ordersaudit.blob.core.windows.net/"
  retention_in_days = 120
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
      "type": "Microsoft.Sql/servers/auditingSettings",
      "apiVersion": "2023-08-01",
      "name": "orders/default",
      "dependsOn": ["[resourceId('Microsoft.Sql/servers', 'orders')]"],
      "properties": {
        "state": "Enabled",
        "retentionDays": 120,
        "storageEndpoint": "https://ordersaudit.blob.core.windows.net/"
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
    passes(
      'inline, before azurerm 3',
      `resource "azurerm_sql_server" "orders" {
  name    = "orders"
  version = "12.0"
  extended_auditing_policy {
    storage_endpoint  = "https://ordersaudit.blob.core.windows.net/"
    retention_in_days = 120
  }
}`,
    ),
  ],
});
