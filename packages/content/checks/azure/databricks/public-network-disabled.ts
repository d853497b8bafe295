import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Public network access to the Databricks workspace is off',
    ja: 'Databricks ワークスペースへのパブリックネットワークアクセスが無効である',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.databricks.workspace',
  why: {
    en: 'Notebooks reach all the data of the workspace; a stolen token works from everywhere the workspace answers.',
    ja: 'ノートブックは全データに届きます。盗まれたトークンは応答する場所のどこからでも使えます。',
  },
  fix: {
    edits: { terraform: [{ set: 'public_network_access_enabled', value: false }] },
    cautions: ['closes-access', 'needs-network'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_databricks_workspace" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  sku                           = "premium"
  public_network_access_enabled = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/databricks/security/network/front-end/front-end-private-connect'],
  equivalents: ['CKV_AZURE_158'],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (!workspace.publicNetworkAccess) return pass();
    return fail({
      en: `Databricks workspace ${workspace.name} is reachable from public networks`,
      ja: `Databricks ワークスペース ${workspace.name} はパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_databricks_workspace" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  sku                           = "premium"
  public_network_access_enabled = true
}`,
    ),
    fails('off (template)', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Databricks/workspaces",
      "apiVersion": "2024-05-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "premium" },
      "properties": {
        "managedResourceGroupId": "[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'orders-databricks')]",
        "publicNetworkAccess": "Enabled"
      }
    }
  ]
}`,
    }),
    passes(
      'on',
      `resource "azurerm_databricks_workspace" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  sku                           = "premium"
  public_network_access_enabled = false
}`,
    ),
    passes('on (template)', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Databricks/workspaces",
      "apiVersion": "2024-05-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "premium" },
      "properties": {
        "managedResourceGroupId": "[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'orders-databricks')]",
        "publicNetworkAccess": "Disabled"
      }
    }
  ]
}`,
    }),
    fails(
      'not written',
      `resource "azurerm_databricks_workspace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "premium"
}`,
    ),
    fails('not written (template)', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Databricks/workspaces",
      "apiVersion": "2024-05-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "premium" },
      "properties": {
        "managedResourceGroupId": "[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'orders-databricks')]"
      }
    }
  ]
}`,
    }),
  ],
});
