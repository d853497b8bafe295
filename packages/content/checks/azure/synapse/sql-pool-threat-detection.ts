import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Threat detection of the SQL pool is on', ja: 'SQL プールの脅威検出が有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.synapse.sql-pool',
  why: {
    en: 'Injection and unusual access are reported while they happen.',
    ja: 'インジェクションや異常なアクセスがその場で報告されます。',
  },
  fix: {
    edits: {
      terraform: [{ beside: 'azurerm_synapse_sql_pool_security_alert_policy', by: 'sql_pool_id', values: { policy_state: 'Enabled' } }],
    },
    summary: {
      en: 'Add an azurerm_synapse_sql_pool_security_alert_policy with policy_state = "Enabled".',
      ja: 'policy_state = "Enabled" の azurerm_synapse_sql_pool_security_alert_policy を追加してください。',
    },
    terraform: `resource "azurerm_synapse_sql_pool" "orders" {
  name                 = "orders"
  synapse_workspace_id = azurerm_synapse_workspace.orders.id
  sku_name             = "DW100c"
}
resource "azurerm_synapse_sql_pool_security_alert_policy" "orders" {
  sql_pool_id  = azurerm_synapse_sql_pool.orders.id
  policy_state = "Enabled"
}`,
    arm: `{
  "type": "Microsoft.Synapse/workspaces/sqlPools/securityAlertPolicies",
  "apiVersion": "2021-06-01",
  "name": "orders/orders/current",
  "dependsOn": ["[resourceId('Microsoft.Synapse/workspaces/sqlPools', 'orders', 'orders')]"],
  "properties": { "state": "Enabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-overview-manage-security'],
  equivalents: ['CKV2_AZURE_51'],
  noFramework: 'no control mapping yet',
  evaluate(pool) {
    if (pool.alerts) return pass();
    return fail({ en: `Threat detection of SQL pool ${pool.name} is off`, ja: `SQL プール ${pool.name} の脅威検出が無効です` });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_synapse_sql_pool" "orders" {
  name                 = "orders"
  synapse_workspace_id = azurerm_synapse_workspace.orders.id
  sku_name             = "DW100c"
}
resource "azurerm_synapse_sql_pool_security_alert_policy" "orders" {
  sql_pool_id  = azurerm_synapse_sql_pool.orders.id
  policy_state = "Disabled"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Synapse/workspaces/sqlPools",
      "apiVersion": "2021-06-01",
      "name": "orders/orders",
      "location": "japaneast",
      "sku": { "name": "DW100c" }
    },
    {
      "type": "Microsoft.Synapse/workspaces/sqlPools/securityAlertPolicies",
      "apiVersion": "2021-06-01",
      "name": "orders/orders/current",
      "dependsOn": ["[resourceId('Microsoft.Synapse/workspaces/sqlPools', 'orders', 'orders')]"],
      "properties": { "state": "Disabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_synapse_sql_pool" "orders" {
  name                 = "orders"
  synapse_workspace_id = azurerm_synapse_workspace.orders.id
  sku_name             = "DW100c"
}
resource "azurerm_synapse_sql_pool_security_alert_policy" "orders" {
  sql_pool_id  = azurerm_synapse_sql_pool.orders.id
  policy_state = "Enabled"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Synapse/workspaces/sqlPools",
      "apiVersion": "2021-06-01",
      "name": "orders/orders",
      "location": "japaneast",
      "sku": { "name": "DW100c" }
    },
    {
      "type": "Microsoft.Synapse/workspaces/sqlPools/securityAlertPolicies",
      "apiVersion": "2021-06-01",
      "name": "orders/orders/current",
      "dependsOn": ["[resourceId('Microsoft.Synapse/workspaces/sqlPools', 'orders', 'orders')]"],
      "properties": { "state": "Enabled" }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_synapse_sql_pool" "orders" {
  name                 = "orders"
  synapse_workspace_id = azurerm_synapse_workspace.orders.id
  sku_name             = "DW100c"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Synapse/workspaces/sqlPools",
      "apiVersion": "2021-06-01",
      "name": "orders/orders",
      "location": "japaneast",
      "sku": { "name": "DW100c" }
    }
  ]
}`,
      },
    ),
  ],
});
