import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Synapse workspace is audited', ja: 'Synapse ワークスペースの監査が有効である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.synapse.workspace',
  why: {
    en: 'Without an audit nobody can say which tables an intruder read.',
    ja: '監査がなければ、侵入者がどのテーブルを読んだか分かりません。',
  },
  fix: {
    summary: {
      en: 'Turn auditing on for the workspace (azurerm_synapse_workspace_extended_auditing_policy).',
      ja: 'ワークスペースの監査を有効にしてください (azurerm_synapse_workspace_extended_auditing_policy)。',
    },
    terraform: `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
}
resource "azurerm_synapse_workspace_extended_auditing_policy" "orders" {
  synapse_workspace_id = azurerm_synapse_workspace.orders.id
  storage_endpoint     = "https://ordersaudit.blob.core.windows.net/"
}`,
    arm: `{
  "type": "Microsoft.Synapse/workspaces/extendedAuditingSettings",
  "apiVersion": "2021-06-01",
  "name": "orders/default",
  "dependsOn": ["[resourceId('Microsoft.Synapse/workspaces', 'orders')]"],
  "properties": { "state": "Enabled", "storageEndpoint": "https://ordersaudit.blob.core.windows.net/" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/auditing-overview'],
  equivalents: ['CKV2_AZURE_53'],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (workspace.audited) return pass();
    return fail({
      en: `Synapse workspace ${workspace.name} is not audited`,
      ja: `Synapse ワークスペース ${workspace.name} は監査されていません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
}
resource "azurerm_synapse_workspace_extended_auditing_policy" "orders" {
  synapse_workspace_id = azurerm_synapse_workspace.orders.id
  storage_endpoint     = "https://ordersaudit.blob.core.windows.net/"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Synapse/workspaces",
      "apiVersion": "2021-06-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "defaultDataLakeStorage": { "accountUrl": "https://orderslake.dfs.core.windows.net", "filesystem": "synapse" },
        "sqlAdministratorLogin": "orders-dba"
      }
    },
    {
      "type": "Microsoft.Synapse/workspaces/extendedAuditingSettings",
      "apiVersion": "2021-06-01",
      "name": "orders/default",
      "dependsOn": ["[resourceId('Microsoft.Synapse/workspaces', 'orders')]"],
      "properties": {
        "state": "Enabled",
        "storageEndpoint": "https://ordersaudit.blob.core.windows.net/"
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Synapse/workspaces",
      "apiVersion": "2021-06-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "defaultDataLakeStorage": { "accountUrl": "https://orderslake.dfs.core.windows.net", "filesystem": "synapse" },
        "sqlAdministratorLogin": "orders-dba"
      }
    }
  ]
}`,
      },
    ),
  ],
});
