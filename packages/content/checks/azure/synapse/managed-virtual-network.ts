import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Synapse workspace runs in a managed virtual network', ja: 'Synapse ワークスペースがマネージド仮想ネットワークで動く' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.synapse.workspace',
  why: {
    en: 'Outside of one, Spark pools and pipelines share a network with others and reach data over public endpoints.',
    ja: 'そうでないと、Spark プールやパイプラインは他者とネットワークを共有し、公開エンドポイント経由でデータに触れます。',
  },
  fix: {
    summary: {
      en: 'Set managed_virtual_network_enabled to true when the workspace is created.',
      ja: '作成時に managed_virtual_network_enabled を true にしてください。',
    },
    terraform: `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
  managed_virtual_network_enabled      = true
}`,
    arm: `{
  "properties": { "managedVirtualNetwork": "default" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/synapse-analytics/security/synapse-workspace-managed-vnet'],
  equivalents: ['CKV_AZURE_58', 'AVD-AZU-0034', 'tfsec:azure-synapse-virtual-network-enabled'],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (workspace.managedNetwork) return pass();
    return fail({
      en: `Synapse workspace ${workspace.name} has no managed virtual network`,
      ja: `Synapse ワークスペース ${workspace.name} にマネージド仮想ネットワークがありません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
  managed_virtual_network_enabled      = false
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
        "sqlAdministratorLogin": "orders-dba",
        "managedVirtualNetwork": ""
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
  managed_virtual_network_enabled      = true
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
        "sqlAdministratorLogin": "orders-dba",
        "managedVirtualNetwork": "default"
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
