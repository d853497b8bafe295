import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MySQL audit log is on', ja: 'MySQL の監査ログが有効である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.mysql.server',
  why: {
    en: 'Without the audit log nobody can say who logged in, from where, and what was read.',
    ja: '監査ログがなければ、誰がどこからログインし何を読んだか分かりません。',
  },
  fix: {
    summary: { en: 'Set audit_log_enabled to ON.', ja: 'audit_log_enabled を ON にしてください。' },
    terraform: `resource "azurerm_mysql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
}
resource "azurerm_mysql_flexible_server_configuration" "setting" {
  resource_group_name = "orders"
  server_name         = azurerm_mysql_flexible_server.orders.name
  name                = "audit_log_enabled"
  value               = "ON"
}`,
    arm: `{
  "type": "Microsoft.DBforMySQL/flexibleServers/configurations",
  "apiVersion": "2023-12-30",
  "name": "orders/audit_log_enabled",
  "dependsOn": ["[resourceId('Microsoft.DBforMySQL/flexibleServers', 'orders')]"],
  "properties": { "value": "ON", "source": "user-override" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/mysql/flexible-server/concepts-audit-logs'],
  equivalents: ['prowler:mysql_flexible_server_audit_log_enabled', 'prowler:mysql_flexible_server_audit_log_connection_activated'],
  evaluate(server) {
    if (server.auditLog) return pass();
    return fail({
      en: `MySQL server ${server.name} writes no audit log`,
      ja: `MySQL サーバー ${server.name} は監査ログを記録していません`,
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
  name                = "audit_log_enabled"
  value               = "OFF"
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
      "name": "orders/audit_log_enabled",
      "dependsOn": ["[resourceId('Microsoft.DBforMySQL/flexibleServers', 'orders')]"],
      "properties": { "value": "OFF", "source": "user-override" }
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
  name                = "audit_log_enabled"
  value               = "ON"
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
      "name": "orders/audit_log_enabled",
      "dependsOn": ["[resourceId('Microsoft.DBforMySQL/flexibleServers', 'orders')]"],
      "properties": { "value": "ON", "source": "user-override" }
    }
  ]
}`,
      },
    ),
    fails(
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
  ],
});
