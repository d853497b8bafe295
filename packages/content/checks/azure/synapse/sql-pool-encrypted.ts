import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Dedicated SQL pool is encrypted at rest', ja: '専用 SQL プールが保存時に暗号化されている' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.synapse.sql-pool',
  why: {
    en: 'Unlike Azure SQL databases, dedicated pools are not encrypted unless you say so.',
    ja: 'Azure SQL データベースと違い、専用プールは指定しない限り暗号化されません。',
  },
  fix: {
    edits: { terraform: [{ set: 'data_encrypted', value: true }] },
    cautions: ['may-replace'],
    summary: { en: 'Set data_encrypted to true.', ja: 'data_encrypted を true にしてください。' },
    terraform: `resource "azurerm_synapse_sql_pool" "orders" {
  name                 = "orders"
  synapse_workspace_id = azurerm_synapse_workspace.orders.id
  sku_name             = "DW100c"
  data_encrypted       = true
}`,
    arm: `{
  "type": "Microsoft.Synapse/workspaces/sqlPools/transparentDataEncryption",
  "apiVersion": "2021-06-01",
  "name": "orders/orders/current",
  "dependsOn": ["[resourceId('Microsoft.Synapse/workspaces/sqlPools', 'orders', 'orders')]"],
  "properties": { "status": "Enabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-encryption-tde'],
  equivalents: ['CKV_AZURE_241'],
  noFramework: 'no control mapping yet',
  evaluate(pool) {
    if (pool.encrypted) return pass();
    return fail({ en: `SQL pool ${pool.name} is not encrypted at rest`, ja: `SQL プール ${pool.name} は保存時に暗号化されていません` });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_synapse_sql_pool" "orders" {
  name                 = "orders"
  synapse_workspace_id = azurerm_synapse_workspace.orders.id
  sku_name             = "DW100c"
  data_encrypted       = false
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
      "type": "Microsoft.Synapse/workspaces/sqlPools/transparentDataEncryption",
      "apiVersion": "2021-06-01",
      "name": "orders/orders/current",
      "dependsOn": ["[resourceId('Microsoft.Synapse/workspaces/sqlPools', 'orders', 'orders')]"],
      "properties": { "status": "Disabled" }
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
  data_encrypted       = true
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
      "type": "Microsoft.Synapse/workspaces/sqlPools/transparentDataEncryption",
      "apiVersion": "2021-06-01",
      "name": "orders/orders/current",
      "dependsOn": ["[resourceId('Microsoft.Synapse/workspaces/sqlPools', 'orders', 'orders')]"],
      "properties": { "status": "Enabled" }
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
