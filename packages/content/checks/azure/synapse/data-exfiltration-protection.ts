import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Synapse workspace sends data to approved tenants only', ja: 'Synapse ワークスペースが承認済みテナントにのみデータを送る' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.synapse.workspace',
  why: {
    en: 'A notebook can copy a whole lake to an account of somebody else unless the network forbids it.',
    ja: 'ネットワークで禁じない限り、ノートブックはデータ全体を他人のアカウントへ写せます。',
  },
  fix: {
    summary: {
      en: 'Set data_exfiltration_protection_enabled to true when the workspace is created.',
      ja: '作成時に data_exfiltration_protection_enabled を true にしてください。',
    },
    terraform: `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
  managed_virtual_network_enabled      = true
  data_exfiltration_protection_enabled = true
}`,
    arm: `{
  "properties": {
    "managedVirtualNetwork": "default",
    "managedVirtualNetworkSettings": { "preventDataExfiltration": true }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/synapse-analytics/security/workspace-data-exfiltration-protection'],
  equivalents: ['CKV_AZURE_157'],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (workspace.preventsExfiltration) return pass();
    return fail({
      en: `Synapse workspace ${workspace.name} can send data to any tenant`,
      ja: `Synapse ワークスペース ${workspace.name} は任意のテナントにデータを送れます`,
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
  managed_virtual_network_enabled      = true
  data_exfiltration_protection_enabled = false
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
        "managedVirtualNetwork": "default",
        "managedVirtualNetworkSettings": { "preventDataExfiltration": false }
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
  data_exfiltration_protection_enabled = true
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
        "managedVirtualNetwork": "default",
        "managedVirtualNetworkSettings": { "preventDataExfiltration": true }
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
