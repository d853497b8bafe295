import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Audit events of the SQL pool go to Azure Monitor', ja: 'SQL プールの監査イベントが Azure Monitor に送られる' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.synapse.sql-pool',
  why: {
    en: 'Statements against the warehouse are the only trace of what was read from it.',
    ja: 'ウェアハウスへの問い合わせの記録だけが、何が読まれたかを示します。',
  },
  fix: {
    edits: {
      terraform: [
        { beside: 'azurerm_synapse_sql_pool_extended_auditing_policy', by: 'sql_pool_id', values: { log_monitoring_enabled: true } },
      ],
    },
    summary: {
      en: 'Add an azurerm_synapse_sql_pool_extended_auditing_policy with log_monitoring_enabled.',
      ja: 'log_monitoring_enabled を有効にした azurerm_synapse_sql_pool_extended_auditing_policy を追加してください。',
    },
    terraform: `resource "azurerm_synapse_sql_pool" "orders" {
  name                 = "orders"
  synapse_workspace_id = azurerm_synapse_workspace.orders.id
  sku_name             = "DW100c"
}
resource "azurerm_synapse_sql_pool_extended_auditing_policy" "orders" {
  sql_pool_id            = azurerm_synapse_sql_pool.orders.id
  log_monitoring_enabled = true
}`,
    arm: `{
  "type": "Microsoft.Synapse/workspaces/sqlPools/extendedAuditingSettings",
  "apiVersion": "2021-06-01",
  "name": "orders/orders/current",
  "dependsOn": ["[resourceId('Microsoft.Synapse/workspaces/sqlPools', 'orders', 'orders')]"],
  "properties": { "state": "Enabled", "isAzureMonitorTargetEnabled": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-overview-manage-security'],
  equivalents: ['CKV2_AZURE_54'],
  noFramework: 'no control mapping yet',
  evaluate(pool) {
    if (pool.auditToMonitor) return pass();
    return fail({
      en: `Audit events of SQL pool ${pool.name} do not reach Azure Monitor`,
      ja: `SQL プール ${pool.name} の監査イベントは Azure Monitor に届きません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_synapse_sql_pool" "orders" {
  name                 = "orders"
  synapse_workspace_id = azurerm_synapse_workspace.orders.id
  sku_name             = "DW100c"
}
resource "azurerm_synapse_sql_pool_extended_auditing_policy" "orders" {
  sql_pool_id            = azurerm_synapse_sql_pool.orders.id
  log_monitoring_enabled = false
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
      "type": "Microsoft.Synapse/workspaces/sqlPools/extendedAuditingSettings",
      "apiVersion": "2021-06-01",
      "name": "orders/orders/current",
      "dependsOn": ["[resourceId('Microsoft.Synapse/workspaces/sqlPools', 'orders', 'orders')]"],
      "properties": { "state": "Enabled", "isAzureMonitorTargetEnabled": false }
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
resource "azurerm_synapse_sql_pool_extended_auditing_policy" "orders" {
  sql_pool_id            = azurerm_synapse_sql_pool.orders.id
  log_monitoring_enabled = true
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
      "type": "Microsoft.Synapse/workspaces/sqlPools/extendedAuditingSettings",
      "apiVersion": "2021-06-01",
      "name": "orders/orders/current",
      "dependsOn": ["[resourceId('Microsoft.Synapse/workspaces/sqlPools', 'orders', 'orders')]"],
      "properties": { "state": "Enabled", "isAzureMonitorTargetEnabled": true }
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
