import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Synapse workspace has no firewall rules', ja: 'Synapse ワークスペースにファイアウォールルールがない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.synapse.workspace',
  why: {
    en: 'Each rule opens the workspace to addresses outside of your network; a private endpoint needs none.',
    ja: 'ルールごとに自社ネットワーク外のアドレスへ開かれます。プライベートエンドポイントなら不要です。',
  },
  fix: {
    summary: {
      en: 'Remove the firewall rules and use a private endpoint.',
      ja: 'ファイアウォールルールを削除し、プライベートエンドポイントを使ってください。',
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
  references: ['https://learn.microsoft.com/en-us/azure/synapse-analytics/security/synapse-workspace-ip-firewall'],
  equivalents: ['CKV2_AZURE_19'],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (!workspace.hasFirewallRules) return pass();
    return fail({
      en: `A firewall rule opens Synapse workspace ${workspace.name} to public addresses`,
      ja: `ファイアウォールルールが Synapse ワークスペース ${workspace.name} をパブリックアドレスに開いています`,
    });
  },
  examples: [
    fails(
      'an office',
      `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
}
resource "azurerm_synapse_firewall_rule" "office" {
  name                 = "office"
  synapse_workspace_id = azurerm_synapse_workspace.orders.id
  start_ip_address     = "203.0.113.0"
  end_ip_address       = "203.0.113.15"
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
      "type": "Microsoft.Synapse/workspaces/firewallRules",
      "apiVersion": "2021-06-01",
      "name": "orders/office",
      "dependsOn": ["[resourceId('Microsoft.Synapse/workspaces', 'orders')]"],
      "properties": { "startIpAddress": "203.0.113.0", "endIpAddress": "203.0.113.15" }
    }
  ]
}`,
      },
    ),
    passes(
      'none',
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
    passes(
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
