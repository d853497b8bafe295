import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Public network access to the Synapse workspace is off',
    ja: 'Synapse ワークスペースへのパブリックネットワークアクセスが無効である',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.synapse.workspace',
  why: {
    en: 'SQL endpoints and the studio of a workspace open the whole lake to a stolen login.',
    ja: 'ワークスペースの SQL エンドポイントや Studio は、盗まれたログインでデータ全体を開きます。',
  },
  fix: {
    edits: { terraform: [{ set: 'public_network_access_enabled', value: false }] },
    cautions: ['closes-access'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
  public_network_access_enabled        = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/synapse-analytics/security/connectivity-settings'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (!workspace.publicNetworkAccess) return pass();
    return fail({
      en: `Synapse workspace ${workspace.name} is reachable from public networks`,
      ja: `Synapse ワークスペース ${workspace.name} はパブリックネットワークから到達できます`,
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
  public_network_access_enabled        = true
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
        "publicNetworkAccess": "Enabled"
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
  public_network_access_enabled        = false
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
        "publicNetworkAccess": "Disabled"
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
