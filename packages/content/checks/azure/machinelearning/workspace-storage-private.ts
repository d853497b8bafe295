import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Storage of sensitive ML workspaces is not public', ja: '機微な ML ワークスペースのストレージが公開されていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.machinelearning.workspace',
  why: {
    en: 'Data sets and models lie in the storage account; closing the workspace alone leaves that door open.',
    ja: 'データセットとモデルはストレージにあります。ワークスペースだけ閉じても、そこが開いたままです。',
  },
  fix: {
    summary: {
      en: 'Set public_network_access_enabled to false on the storage account.',
      ja: 'ストレージアカウントの public_network_access_enabled を false にしてください。',
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
  high_business_impact = true
}
resource "azurerm_storage_account" "orders" {
  name                          = "ordersml"
  resource_group_name           = "orders"
  location                      = "japaneast"
  account_tier                  = "Standard"
  account_replication_type      = "ZRS"
  public_network_access_enabled = false
}`,
    arm: `{
  "type": "Microsoft.Storage/storageAccounts",
  "apiVersion": "2023-05-01",
  "name": "ordersml",
  "location": "japaneast",
  "sku": { "name": "Standard_ZRS" },
  "kind": "StorageV2",
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/machine-learning/how-to-secure-workspace-vnet'],
  equivalents: ['CKV2_AZURE_50'],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (aside(() => !workspace.highImpact)) {
      return notApplicable({
        en: `${workspace.name} is not marked as holding data of high business impact`,
        ja: `${workspace.name} は影響の大きいデータを持つと指定されていません`,
      });
    }
    if (workspace.storage?.publicNetworkAccess === false) return pass();
    return fail({
      en: `The storage of machine learning workspace ${workspace.name} is reachable from public networks`,
      ja: `Machine Learning ワークスペース ${workspace.name} のストレージはパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'public',
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
  high_business_impact = true
}
resource "azurerm_storage_account" "orders" {
  name                          = "ordersml"
  resource_group_name           = "orders"
  location                      = "japaneast"
  account_tier                  = "Standard"
  account_replication_type      = "ZRS"
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
        "hbiWorkspace": true
      }
    },
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "ordersml",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": { "publicNetworkAccess": "Enabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'private',
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
  high_business_impact = true
}
resource "azurerm_storage_account" "orders" {
  name                          = "ordersml"
  resource_group_name           = "orders"
  location                      = "japaneast"
  account_tier                  = "Standard"
  account_replication_type      = "ZRS"
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
        "hbiWorkspace": true
      }
    },
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "ordersml",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": { "publicNetworkAccess": "Disabled" }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'ordinary data',
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
