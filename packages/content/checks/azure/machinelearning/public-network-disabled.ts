import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Public network access to the machine learning workspace is off',
    ja: 'Machine Learning ワークスペースへのパブリックネットワークアクセスが無効である',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.machinelearning.workspace',
  why: {
    en: 'Notebooks and endpoints of a workspace reach its data; open to the internet, so does a stolen token.',
    ja: 'ノートブックやエンドポイントはデータに届きます。公開されていれば、盗まれたトークンも同じです。',
  },
  fix: {
    edits: { terraform: [{ of: ['azurerm_machine_learning_workspace'], set: 'public_network_access_enabled', value: false }] },
    cautions: ['closes-access'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_machine_learning_workspace" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  application_insights_id = azurerm_application_insights.orders.id
  key_vault_id            = azurerm_key_vault.orders.id
  storage_account_id      = azurerm_storage_account.orders.id
  identity {
    type = "SystemAssigned"
  }
  public_network_access_enabled = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/machine-learning/how-to-configure-private-link'],
  equivalents: ['CKV_AZURE_144', 'CKV2_AZURE_49'],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (!workspace.publicNetworkAccess) return pass();
    return fail({
      en: `Machine learning workspace ${workspace.name} is reachable from public networks`,
      ja: `Machine Learning ワークスペース ${workspace.name} はパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_machine_learning_workspace" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  application_insights_id = azurerm_application_insights.orders.id
  key_vault_id            = azurerm_key_vault.orders.id
  storage_account_id      = azurerm_storage_account.orders.id
  identity {
    type = "SystemAssigned"
  }
  public_network_access_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.MachineLearningServices/workspaces",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "location": "japaneast",
      "identity": { "type": "SystemAssigned" },
      "properties": {
        "storageAccount": "[resourceId('Microsoft.Storage/storageAccounts', 'ordersml')]",
        "publicNetworkAccess": "Enabled"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_machine_learning_workspace" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  application_insights_id = azurerm_application_insights.orders.id
  key_vault_id            = azurerm_key_vault.orders.id
  storage_account_id      = azurerm_storage_account.orders.id
  identity {
    type = "SystemAssigned"
  }
  public_network_access_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.MachineLearningServices/workspaces",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "location": "japaneast",
      "identity": { "type": "SystemAssigned" },
      "properties": {
        "storageAccount": "[resourceId('Microsoft.Storage/storageAccounts', 'ordersml')]",
        "publicNetworkAccess": "Disabled"
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_machine_learning_workspace" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  application_insights_id = azurerm_application_insights.orders.id
  key_vault_id            = azurerm_key_vault.orders.id
  storage_account_id      = azurerm_storage_account.orders.id
  identity {
    type = "SystemAssigned"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.MachineLearningServices/workspaces",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "location": "japaneast",
      "identity": { "type": "SystemAssigned" },
      "properties": { "storageAccount": "[resourceId('Microsoft.Storage/storageAccounts', 'ordersml')]" }
    }
  ]
}`,
      },
    ),
  ],
});
