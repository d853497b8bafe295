import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Synapse workspace is reached through a private endpoint',
    ja: 'Synapse ワークスペースにプライベートエンドポイントで接続する',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.synapse.workspace',
  why: {
    en: 'Through a private endpoint queries and results stay in your network.',
    ja: 'プライベートエンドポイントなら、問い合わせと結果は自社ネットワークに留まります。',
  },
  fix: {
    summary: {
      en: 'Add a private endpoint for the workspace (azurerm_private_endpoint).',
      ja: '対象用のプライベートエンドポイントを追加してください (azurerm_private_endpoint)。',
    },
    terraform: `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_synapse_workspace.orders.id
    subresource_names              = ["Sql"]
    is_manual_connection           = false
  }
}`,
    arm: `{
  "type": "Microsoft.Network/privateEndpoints",
  "apiVersion": "2023-11-01",
  "name": "orders",
  "location": "japaneast",
  "properties": {
    "subnet": { "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]" },
    "privateLinkServiceConnections": [
      {
        "name": "orders",
        "properties": { "privateLinkServiceId": "[resourceId('Microsoft.Synapse/workspaces', 'orders')]" }
      }
    ]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/synapse-analytics/security/synapse-workspace-managed-private-endpoints'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (workspace.privateEndpoint) return pass();
    return fail({
      en: `Synapse workspace ${workspace.name} has no private endpoint`,
      ja: `Synapse ワークスペース ${workspace.name} にプライベートエンドポイントがありません`,
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
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_synapse_workspace.orders.id
    subresource_names              = ["Sql"]
    is_manual_connection           = false
  }
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
      "type": "Microsoft.Network/privateEndpoints",
      "apiVersion": "2023-11-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "subnet": {
          "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]"
        },
        "privateLinkServiceConnections": [
          {
            "name": "orders",
            "properties": {
              "privateLinkServiceId": "[resourceId('Microsoft.Synapse/workspaces', 'orders')]"
            }
          }
        ]
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
