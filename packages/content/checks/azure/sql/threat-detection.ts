import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Threat detection of the SQL server is on', ja: 'SQL サーバーの脅威検出が有効である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.sql.server',
  why: {
    en: 'Injection, guessed passwords and access from odd places are recognized while they happen.',
    ja: 'インジェクション、パスワード推測、不審な場所からのアクセスをその場で検知できます。',
  },
  fix: {
    summary: {
      en: 'Add an azurerm_mssql_server_security_alert_policy with state = "Enabled".',
      ja: 'state = "Enabled" の azurerm_mssql_server_security_alert_policy を追加してください。',
    },
    terraform: `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
}
resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name = "orders"
  server_name         = azurerm_mssql_server.orders.name
  state               = "Enabled"
}`,
    arm: `{
  "type": "Microsoft.Sql/servers/securityAlertPolicies",
  "apiVersion": "2023-08-01",
  "name": "orders/default",
  "dependsOn": ["[resourceId('Microsoft.Sql/servers', 'orders')]"],
  "properties": { "state": "Enabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/threat-detection-overview'],
  equivalents: [
    'CKV2_AZURE_13',
    'prowler:sqlserver_microsoft_defender_enabled',
    'cloudsploit:enableATP',
    'cloudsploit:advancedDataSecurityEnabled',
  ],
  evaluate(server) {
    if (server.alerts) return pass();
    return fail({ en: `Threat detection of SQL server ${server.name} is off`, ja: `SQL サーバー ${server.name} の脅威検出が無効です` });
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
resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name = "orders"
  server_name         = azurerm_mssql_server.orders.name
  state               = "Disabled"
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
      "type": "Microsoft.Sql/servers/securityAlertPolicies",
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
resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name = "orders"
  server_name         = azurerm_mssql_server.orders.name
  state               = "Enabled"
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
      "type": "Microsoft.Sql/servers/securityAlertPolicies",
      "apiVersion": "2023-08-01",
      "name": "orders/default",
      "dependsOn": ["[resourceId('Microsoft.Sql/servers', 'orders')]"],
      "properties": { "state": "Enabled" }
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
