import { defineCheck, fail, fails, maximumDays, pass, passes, retentionProblem } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SQL audit logs are kept for 90 days or more', ja: 'SQL の監査ログが 90 日以上保持される' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'azure.sql.server',
  why: {
    en: 'Intrusions are found after weeks or months; a shorter log ends before the story begins.',
    ja: '侵入は数週間から数か月後に見つかります。短いログでは発端が残りません。',
  },
  fix: {
    summary: {
      en: 'Set retention_in_days to at least 90, or to 0 (for ever).',
      ja: 'retention_in_days を 90 以上、または 0 (無期限) にしてください。',
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
    'CKV_AZURE_24',
    'AVD-AZU-0025',
    'tfsec:azure-database-retention-period-set',
    'prowler:sqlserver_auditing_retention_90_days',
    'cloudsploit:auditRetentionPolicy',
  ],
  params: {
    minimumDays: { type: 'number', default: 90, min: 1, description: { en: 'Shortest retention in days', ja: '最短の保持日数' } },
    maximumDays,
  },
  evaluate(server, band) {
    if (!server.isAudited)
      return fail({ en: `SQL server ${server.name} is not audited`, ja: `SQL サーバー ${server.name} は監査されていません` });
    const problem = retentionProblem(server.auditRetentionDays, band);
    if (problem === null) return pass();
    return fail({
      en: `The audit log of SQL server ${server.name} ${problem.en}`,
      ja: `SQL サーバー ${server.name} の監査ログ${problem.ja}`,
    });
  },
  examples: [
    fails(
      'a month',
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
  retention_in_days = 30
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
        "retentionDays": 30,
        "storageEndpoint": "https://ordersaudit.blob.core.windows.net/"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'four months',
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
      'for ever',
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
  retention_in_days = 0
}`,
    ),
    fails('switched off', {
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
      "properties": { "state": "Disabled", "retentionDays": 120 }
    }
  ]
}`,
    }),
  ],
});
